import { PERMISSIONS, ROLES } from '@shared/domain/role';
import { type Relation, VISIBLE } from '@shared/domain/visibility';
import { PNG } from 'pngjs';
import { allContracts, doorsServing } from '../architecture/all-contracts';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import {
  APPEALED_TICKET,
  type Canaries,
  MONTH_OF_THE_CANARIES,
  type Onlooker,
  RATER,
  releaseCanaries,
} from '../support/canaries';

type Row = {
  /** What an official sends; about the canary's rating, report or request where the action is about one. */
  readonly input: (canaries: Canaries) => object;
  /** The canary's fields that arrive, and at whom; nothing arrives at anybody else. */
  readonly shows?: readonly string[];
  readonly to?: readonly Relation[];
  /** Why more or less arrives than the table of single ratings says. */
  readonly because?: string;
};

const nothing = () => ({});
const theRating = ({ ratingId }: Canaries) => ({ ratingId });
const nobody = () => ({ staffId: 'nobody' });
const nowhere = () => ({ windowId: 'nowhere', serial: 1 });
const aGrant = () => ({ staffId: 'nobody', role: 'clerk', orgId: 'tq-market' });
const noRating = () => ({ ratingId: 'nothing', reason: '没有这一条' });
const HANDLING: readonly Relation[] = ['handler', 'supervisor'];
const WHOSE_BUREAU = 'whoever acts for a bureau on the path of the rated unit decides on quarantined ratings';
const HEARD = 'who was rated is told of the bad rating once his unit has signed for it, to be heard and to appeal';
const WHERE_IT_GOES = 'the unit and the bureaus to which an appeal goes review it';
const SEALED_TO_IT = 'the rater wrote to the upper bureau after this rating';

/** One row for each action of officials. Who adds an action adds its row, or this test fails. */
const ROWS: Readonly<Record<string, Row>> = {
  'ticket.list': {
    input: () => ({ filter: 'withUnit' }),
    shows: ['_id', 'subject.names', 'tags', 'ticket.ticketNo'],
    to: HANDLING,
  },
  'ticket.overdue': { input: nothing },
  'ticket.clusters': {
    input: nothing,
    shows: ['dictionary', 'tags'],
    to: ['supervisor'],
  },
  'ticket.alike': {
    input: () => ({ like: { by: 'tag', dictionary: 'canary-dictionary', tag: 'canary-tags' } }),
    shows: ['_id', 'subject.names', 'tags', 'ticket.ticketNo'],
    to: ['supervisor'],
  },
  'ticket.show': {
    input: theRating,
    shows: [
      ...[
        '_id',
        'comment',
        'history.unit',
        'original',
        'photos',
        'statement',
        'subject.caseNo',
        'subject.names',
        'tags',
      ],
      ...['ticket.basis', 'ticket.ticketNo'],
    ],
    to: HANDLING,
  },
  'ticket.move': { input: () => ({ ratingId: 'nothing', version: 0, step: { move: 'remind' } }) },
  'ticket.units': { input: theRating },
  'message.unit': {
    input: nothing,
    shows: ['_id', 'outbox'],
    to: ['handler'],
    because: 'the message was written to them',
  },
  'quarantine.list': {
    input: nothing,
    shows: ['_id', 'comment', 'standingReason', 'subject.names', 'tags'],
    to: ['supervisor', 'upper'],
    because: WHOSE_BUREAU,
  },
  'quarantine.release': { input: noRating },
  'quarantine.keep': { input: noRating },
  'report.list': { input: nothing, shows: ['subject.names'], to: ['upper'], because: SEALED_TO_IT },
  'report.show': {
    input: ({ reportId }) => ({ reportId }),
    shows: ['_id', 'comment', 'report', 'subject.names', 'tags'],
    to: ['upper'],
    because: SEALED_TO_IT,
  },
  'report.close': { input: () => ({ reportId: 'nothing', result: '已核实' }) },
  // Transfers nothing here: the note is missing.
  'clue.transfer': { input: ({ ratingId }) => ({ ratingId, note: ' ' }) },
  'clue.states': { input: theRating },
  'clue.list': { input: nothing },
  'clue.show': { input: () => ({ clueId: 'nothing' }) },
  'clue.acknowledge': { input: () => ({ clueId: 'nothing', status: 'received' }) },
  'absence.show': { input: nothing },
  'staff.setAbsence': { input: () => ({ until: null }) },
  'liaison.deputize': {
    input: () => ({ orgId: 'nowhere', staffId: 'nobody', from: '2026-01-01', until: '2026-01-02' }),
  },
  'rating.ofMe': {
    input: () => ({ month: MONTH_OF_THE_CANARIES }),
    shows: ['original'],
    to: ['rated'],
    because: 'in batches, and as it was first said',
  },
  'appeal.mine': {
    input: nothing,
    shows: ['comment', 'statement', 'subject.names', 'tags', 'ticket.ticketNo'],
    to: ['rated'],
    because: HEARD,
  },
  'appeal.showMine': {
    input: () => ({ ticketNo: APPEALED_TICKET }),
    shows: [
      ...[
        'appeal.basis',
        'appeal.decision',
        'appeal.evidence',
        'appeal.opinion',
        'appeal.words',
        'comment',
        'statement',
      ],
      ...['subject.names', 'tags', 'ticket.ticketNo'],
    ],
    to: ['rated'],
    because: HEARD,
  },
  'statement.give': { input: () => ({ ticketNo: 'GD00000000', words: '说明' }) },
  'appeal.file': { input: () => ({ ticketNo: 'GD00000000', reason: 'mistap', words: '申诉', evidence: [] }) },
  'appeal.answer': { input: () => ({ ticketNo: 'GD00000000', version: 0, step: { move: 'withdraw' } }) },
  'appeal.list': {
    input: () => ({ filter: 'open' }),
    shows: ['_id', 'subject.names'],
    to: ['handler', 'supervisor', 'upper'],
    because: WHERE_IT_GOES,
  },
  'appeal.show': {
    input: ({ appealedId }) => ({ ratingId: appealedId }),
    shows: [
      ...['_id', 'appeal.basis', 'appeal.decision', 'appeal.evidence', 'appeal.objection', 'appeal.opinion'],
      ...['appeal.ruling', 'appeal.words', 'comment', 'history.unit', 'original', 'photos', 'statement'],
      ...['subject.caseNo', 'subject.names', 'tags', 'ticket.ticketNo'],
    ],
    to: ['handler', 'supervisor', 'upper'],
    because: WHERE_IT_GOES,
  },
  'appeal.move': {
    input: () => ({ ratingId: 'nothing', version: 0, step: { move: 'confirmGrant' } }),
  },
  'shift.show': { input: nothing },
  'shift.start': { input: () => ({ windowId: 'nowhere' }) },
  'shift.end': { input: nothing },
  'identity.open': { input: ({ ratingId }) => ({ ratingId, part: 'contact', purpose: 'followUp' }) },
  'opening.request': { input: () => ({ ratingId: 'nothing', purpose: 'followUp' }) },
  'opening.list': { input: nothing, shows: ['_id', 'subject.names'], to: HANDLING },
  'opening.decide': { input: () => ({ openingId: 'nothing', agrees: true }) },
  'staff.me': { input: nothing },
  'staff.bind': { input: () => ({ code: 'nothing' }) },
  'staff.list': { input: nothing },
  'staff.invite': { input: nobody },
  'staff.unbind': { input: nobody },
  'staff.leave': { input: nobody },
  'liaison.handOver': { input: () => ({ orgId: 'nowhere', from: 'nobody', to: null }) },
  'role.grant': { input: aGrant },
  'role.revoke': { input: aGrant },
  'window.list': { input: nothing },
  'window.replaceCode': { input: nowhere },
  'window.revokeCode': { input: nowhere },
  'window.restoreCode': { input: nowhere },
  'code.image': { input: () => ({ windowId: 'nowhere' }) },
  'appeal.statistics': { input: nothing },
  'figures.rebuild': { input: nothing },
  'audit.list': { input: () => ({ about: 'nothing' }) },
  'audit.readers': { input: nothing },
  'audit.verify': { input: () => ({ from: 1 }) },
};

const official = allContracts().filter(
  (exported) =>
    doorsServing(exported).includes('staff') || !['anyone', 'system'].includes(exported.contract.permission),
);

let cloud: TestCloud;
let canaries: Canaries;
beforeAll(async () => {
  cloud = await aLocalCloud();
  const aPhoto = PNG.sync.write(new PNG({ width: 2, height: 2 })).toString('base64');
  canaries = await releaseCanaries(cloud, aPhoto);
});
afterAll(() => cloud.close());

/** The table's word for a canary. */
const inTable = (field: string): string =>
  ({ ticket: 'ticketByDay', statement: 'ticketByDay', history: 'historyByDay' })[field.split('.')[0] ?? ''] ??
  field.split('.')[0] ??
  '';

describe('角色 × 操作 × 关系', () => {
  it('每个操作在表里都有一行，一行不多', () => {
    expect(Object.keys(ROWS).sort()).toEqual(official.map(({ contract }) => contract.name).sort());
  });

  it('每种角色、每种关系都有人来试', () => {
    expect(new Set(canaries.onlookers.flatMap(({ grants }) => grants.map(({ role }) => role)))).toEqual(new Set(ROLES));
    const relations = new Set(canaries.onlookers.map(({ relation }) => relation));
    // The upper bureau is the reviewer where the rating was appealed against.
    expect([...relations, 'rater', 'reviewer'].sort()).toEqual(Object.keys(VISIBLE).sort());
  });

  it.each(Object.entries(ROWS).filter(([, { because }]) => because === undefined))(
    '%s 给出的不超过谁能看到什么那张表',
    (_, { shows = [], to = [] }) => {
      for (const relation of to) {
        const visible: readonly string[] = VISIBLE[relation];
        expect(shows.filter((field) => !visible.includes(inTable(field)))).toEqual([]);
      }
    },
  );

  const ask = (name: string, { openid }: Pick<Onlooker, 'openid'>, input: object): Promise<Answer> => {
    const exported = official.find(({ contract }) => contract.name === name);
    const [door = ''] = exported ? doorsServing(exported) : [];
    return cloud.call(door, { action: name, input }, openid);
  };

  it.each(official.map(({ contract }) => [contract.name, contract.permission] as const))(
    '%s：有权的办得了，无权的被拒；得到的正是那一行，一只金丝雀也不多',
    async (name, permission) => {
      const row: Row = ROWS[name] ?? { input: nothing };
      for (const one of canaries.onlookers) {
        const answer = await ask(name, one, row.input(canaries));
        const may = permission === 'anyone' || one.grants.some(({ role }) => PERMISSIONS[role].includes(permission));
        const seen = {
          who: one.openid,
          isForbidden: answer.code === 'request.forbidden',
          found: canaries.found(answer),
        };
        const shown = may && row.to?.includes(one.relation) ? (row.shows ?? []) : [];
        expect(seen).toEqual({ who: one.openid, isForbidden: !may, found: [...shown].sort() });
        // What the row sends is what the action expects: a refusal of the form would prove nothing.
        expect(['request.malformed', 'system.failed']).not.toContain(answer.code);
      }
    },
  );
});

describe('评价人', () => {
  it('看得到自己的那几项；别人的评价对他不存在', async () => {
    const shown = await cloud.citizen(RATER, 'rating.show', { ratingId: canaries.ratingId });
    expect(canaries.found(shown)).toEqual([
      ...['_id', 'comment', 'history.at', 'history.unit', 'original', 'photos', 'proof', 'ratedAt', 'receiptNo'],
      ...['subject.caseNo', 'subject.names', 'tags', 'ticket.ticketNo'],
    ]);
    for (const { openid } of canaries.onlookers) {
      const refused = await cloud.citizen(openid, 'rating.show', { ratingId: canaries.ratingId });
      expect({ code: refused.code, found: canaries.found(refused) }).toEqual({ code: 'rating.unknown', found: [] });
    }
  });
});
