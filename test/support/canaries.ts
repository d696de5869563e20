import { NOT_HANDLED } from '@shared/domain/handling';
import type { RatingFile } from '@shared/domain/rating-file';
import { noAccount, ROLES, type RoleGrant, type StaffMember } from '@shared/domain/role';
import type { Relation } from '@shared/domain/visibility';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import type { TestCloud } from './a-local-cloud';

/** 湘桥区's first window: two bureaus stand above it. */
const WINDOW = 'xq01';
export const RATER = 'canary-rater';

const orgsOf = (cloud: TestCloud) => {
  const window = cloud.world.windows.find(({ _id }) => _id === WINDOW);
  const bureaus = cloud.world.orgs.filter(({ _id, kind }) => kind === 'bureau' && window?.orgPath.includes(_id));
  const [upper, bureau] = bureaus.sort((a, b) => a.orgPath.length - b.orgPath.length);
  const elsewhere = cloud.world.orgs.find(({ _id }) => _id === 'tq-bureau');
  const nextDoor = cloud.world.orgs.find(({ name }) => name === '湘桥区民政局');
  if (!window || !upper || !bureau || !elsewhere || !nextDoor) throw new Error('the small world has changed');
  return {
    window,
    unit: window.orgId,
    upper: upper._id,
    bureau: bureau._id,
    elsewhere: elsewhere._id,
    nextDoor: nextDoor._id,
  };
};

/** Somebody whose phone calls the officials' door, and how he stands to the canaries. */
export type Onlooker = { readonly openid: string; readonly relation: Relation; readonly grants: readonly RoleGrant[] };

/** Each relation, each role; the same role elsewhere, and weaker and stronger ones here. */
const onlookers = (cloud: TestCloud): readonly Onlooker[] => {
  const { unit, upper, bureau, elsewhere, nextDoor } = orgsOf(cloud);
  const one = (openid: string, relation: Relation, ...grants: RoleGrant[]) => ({ openid, relation, grants });
  const at = (role: RoleGrant['role'], orgId: string): RoleGrant => ({ role, orgId });
  return [
    one(
      'rated-with-every-power',
      'rated',
      at('clerk', unit),
      at('liaison', unit),
      at('supervisor', bureau),
      at('supervisor', upper),
    ),
    one('clerk-beside', 'unit', at('clerk', unit)),
    one('liaison-here', 'handler', at('liaison', unit)),
    one('supervisor-here', 'supervisor', at('supervisor', bureau)),
    one('supervisor-above', 'upper', at('supervisor', upper)),
    one('clerk-next-door', 'none', at('clerk', nextDoor)),
    one('liaison-next-door', 'none', at('liaison', nextDoor)),
    one('supervisor-elsewhere', 'none', at('supervisor', elsewhere)),
    one('without-a-role', 'none'),
    one('discipline-here', 'none', at('disciplineOfficer', bureau)),
    ...ROLES.filter((role) => role.endsWith('Admin')).map((role) => one(`${role}-here`, 'none', at(role, bureau))),
    { openid: 'a-citizen', relation: 'none', grants: [] },
  ];
};

const staffIdOf = (openid: string) => `staff-${openid}`;

const memberOf = ({ openid, grants }: Onlooker, cloud: TestCloud): StaffMember => ({
  _id: staffIdOf(openid),
  name: '某某',
  workNo: '001',
  orgId: grants[0]?.orgId ?? orgsOf(cloud).unit,
  accountRef: openid === 'nobody' ? noAccount(openid) : cloud.digests.accountRef(openid),
  invitation: null,
  grants,
  rev: 0,
});

/** Yesterday, at a moment that no other field has. */
const YESTERDAY = addDays(dayOf(Date.now()), -1);
export const MONTH_OF_THE_CANARIES = YESTERDAY.slice(0, 7);
const MOMENTS = {
  ratedAt: instantOf(YESTERDAY, '10:17') + 23_456,
  'ticket.openedAt': instantOf(YESTERDAY, '10:18') + 34_567,
  'ticket.startedAt': instantOf(YESTERDAY, '10:19') + 45_678,
  'history.at': instantOf(YESTERDAY, '10:20') + 56_789,
  outboxAt: instantOf(YESTERDAY, '10:21') + 67_891,
  'told.at': instantOf(YESTERDAY, '10:22') + 78_912,
  'appeal.at': instantOf(YESTERDAY, '10:23') + 89_123,
  openedAt: instantOf(YESTERDAY, '10:16') + 12_345,
} as const;
const word = (field: string) => `canary-${field}`;
const TICKET_NO = 'GDCANARY';
export const APPEALED_TICKET = `${TICKET_NO}AP`;

const subjectOf = (cloud: TestCloud): RatingFile['subject'] => {
  const { window } = orgsOf(cloud);
  const name = word('subject.names');
  return {
    ...{
      place: 'chaozhou',
      orgId: window.orgId,
      orgPath: window.orgPath,
      staffId: staffIdOf('rated-with-every-power'),
    },
    ...{ centerId: word('subject.centerId'), windowId: word('subject.windowId'), itemCode: word('subject.itemCode') },
    ...{ caseNo: word('subject.caseNo'), serviceNo: 1, servedOn: YESTERDAY },
    names: { center: name, window: name, unit: name, staff: name, item: name },
  };
};

const ticketOf = (cloud: TestCloud): RatingFile['ticket'] => {
  const { unit, bureau } = orgsOf(cloud);
  const dueAt = instantOf(addDays(YESTERDAY, 2), '17:30');
  const basis = { document: word('ticket.basis'), article: '' };
  const deadline = {
    ...{ dueAt, startedAt: MOMENTS['ticket.startedAt'], span: { count: 1, unit: 'workingDay' as const }, basis },
    ...{ calendarRevisions: [], counted: [], skipped: [] },
  } as const;
  return {
    ...{ ticketNo: `${TICKET_NO}NO`, state: 'awaitingAcceptance', unitId: unit, bureauId: bureau },
    ...{ routedBy: basis, openedAt: MOMENTS['ticket.openedAt'], dueAt, calendarMissing: null },
    clocks: [{ step: 'accept', doneAt: null, deadline }],
    handling: {
      ...NOT_HANDLED,
      toldRated: { at: MOMENTS['told.at'], appealBy: null },
      statement: { askedAt: MOMENTS['told.at'], dueAt: null, words: word('statement'), givenAt: MOMENTS['told.at'] },
    },
    nextAt: null,
  };
};

/** An appeal to which the rater has objected: the county's bureau decided, the city's hears it. */
const appealOf = (cloud: TestCloud): RatingFile['appeal'] => {
  const { unit, bureau, upper } = orgsOf(cloud);
  const at = MOMENTS['appeal.at'];
  const staffId = word('appeal.staff');
  const ruling = { grants: true, reason: 'mistap', words: word('appeal.decision'), at, staffId } as const;
  return {
    ...{ appealNo: 'SSCANARY', state: 'awaitingSecond', version: 7, filedAt: at, renewals: 0, reason: 'mistap' },
    ...{ unitId: unit, bureauId: upper, firstBureauId: bureau, upperBureauId: upper, cityBureauId: null },
    ...{ reportedTo: null, orgIds: [unit, upper, bureau], routedBy: { document: word('appeal.basis'), article: '' } },
    ...{ words: word('appeal.words'), evidence: [{ kind: 'recording', words: word('appeal.evidence'), photos: [] }] },
    opinion: { endorses: true, words: word('appeal.opinion'), at, staffId },
    ruling: { ...ruling, words: word('appeal.ruling') },
    decision: { ruling, secondId: staffId, at },
    objection: { words: word('appeal.objection'), at, from: 'granted' },
    stoodAs: { standing: 'effective', standingReason: word('standingReason'), quarantinedAt: null },
    ...{ answerBy: null, dueAt: null, nextAt: null },
    clock: {
      step: 'second',
      doneAt: null,
      deadline: null,
      missingYear: 2027,
      startedAt: at,
      span: { value: { count: 1, unit: 'workingDay' }, basis: { document: '', article: '' } },
    },
    history: [
      { at, what: 'file', words: word('appeal.words'), by: { staffId, post: '窗口工作人员' } },
      { at, what: 'proposeGrant', words: word('appeal.ruling'), by: { staffId, post: '监督人员' } },
    ],
  };
};

/** A file with a word or a moment in every field by which it is known wherever it comes out. */
const canaryFile = (cloud: TestCloud, n: number, photo: string, difference: object = {}) => {
  const file = {
    _id: `${word('_id')}-${n}`,
    rev: 0,
    receiptNo: word('receiptNo'),
    idempotencyKey: `${word('idempotencyKey')}-${n}`,
    channel: word('channel'),
    subject: subjectOf(cloud),
    raterRef: cloud.digests.accountRef(RATER),
    verification: word('verification'),
    // The rater reads these, so they are words of their lists, which stand nowhere else.
    raterKind: 'company',
    proof: { level: 'strong', demand: 'encouraged', shortfall: 'undetermined' },
    policy: { id: word('policy'), version: word('policy') },
    textCheck: word('textCheck'),
    quarantinedAt: null,
    ticket: ticketOf(cloud),
    history: [
      {
        ...{ at: MOMENTS['history.at'], what: 'ticketDispatched', unit: word('history.unit') },
        decision: { staffId: word('history.decision'), reason: word('history.decision') },
      },
    ],
    outbox: [],
    outboxAt: null,
    figuresAt: null,
    appeal: null,
    traces: { networkRef: word('traces'), openedAt: MOMENTS.openedAt },
    original: { level: 'satisfied', tags: [], dictionary: '', comment: word('original'), textCheck: 'pass' },
    followOn: null,
    level: 'veryDissatisfied',
    tags: [word('tags')],
    comment: word('comment'),
    photos: [photo],
    dictionary: word('dictionary'),
    origin: 'self',
    ratedAt: MOMENTS.ratedAt,
    standing: 'effective',
    standingReason: word('standingReason'),
    ...difference,
  } as const satisfies Record<keyof RatingFile, unknown>;
  return { ...file, 'a field of tomorrow': word('tomorrow') };
};

export type Canaries = {
  readonly onlookers: readonly Onlooker[];
  /** A rating with a ticket. */
  readonly ratingId: string;
  /** One that was appealed against too. */
  readonly appealedId: string;
  readonly reportId: string;
  /** The fields that show in this text, sorted. */
  found(answer: unknown): readonly string[];
};

const FIELDS = [
  ...['_id', 'receiptNo', 'idempotencyKey', 'channel', 'subject.names', 'subject.centerId', 'subject.windowId'],
  ...['subject.itemCode', 'subject.caseNo', 'verification', 'policy', 'textCheck'],
  ...['ticket.basis', 'history.unit', 'traces', 'statement', 'appeal.staff', 'appeal.basis', 'appeal.words'],
  ...['appeal.evidence', 'appeal.opinion', 'appeal.ruling', 'appeal.decision', 'appeal.objection'],
  ...['history.decision', 'outbox', 'report', 'tags', 'comment'],
  ...['dictionary', 'original', 'standingReason', 'tomorrow'],
];

/** Puts them into this cloud: six ratings of one clerk, the last one quarantined, a message, a report, an opening asked for. */
export const releaseCanaries = async (cloud: TestCloud, aPhoto: string): Promise<Canaries> => {
  const { database } = cloud.cloud;
  const people = onlookers(cloud);
  const { unit, bureau } = orgsOf(cloud);
  for (const one of people.filter(({ openid }) => openid !== 'a-citizen'))
    await database.insert('staff', memberOf(one, cloud));
  const added = await cloud.citizen(RATER, 'photo.add', { data: aPhoto });
  const photo = String(added.value.photo).split('~')[0] ?? '';
  const quarantined = {
    standing: 'quarantined',
    quarantinedAt: instantOf(YESTERDAY, '00:00'),
    ratedAt: MOMENTS.ratedAt + 1,
  };
  const files = Array.from({ length: 6 }, (_, n) => canaryFile(cloud, n, photo, n === 5 ? quarantined : {}));
  await database.insertMany('ratings', files);
  const ratingId = files[0]?._id ?? '';
  const ticket = { ...ticketOf(cloud), ticketNo: APPEALED_TICKET };
  // It is no longer counted, and hides no batch of his own view.
  const aside = { ticket, appeal: appealOf(cloud), standing: 'setAside', origin: 'systemDefault' };
  const appealed = canaryFile(cloud, 6, photo, aside);
  await database.insert('ratings', appealed);
  await database.insert('inbox', {
    ...{ _id: 'canary-message', to: `org:${unit}`, exceptStaffId: staffIdOf('rated-with-every-power'), ratingId },
    ...{ text: word('outbox'), at: instantOf(YESTERDAY, '00:00') },
  });
  await database.insert('openings', {
    ...{ _id: 'opening-1', ratingId, bureauId: bureau, ratedStaffId: staffIdOf('rated-with-every-power') },
    ...{ purpose: 'followUp', requestedBy: staffIdOf('liaison-here'), requestedAt: MOMENTS.outboxAt },
    ...{ state: 'awaitingSecond', decidedBy: null, decidedAt: null },
  });
  await cloud.citizen(RATER, 'retaliation.report', { ratingId, text: word('report') });
  const [report] = database.find('reports', { ratingId }) as { _id: string }[];
  const signs: readonly (readonly [string, string])[] = [
    ...FIELDS.map((field) => [field, word(field)] as const),
    ...Object.entries(MOMENTS).map(([field, at]) => [field, String(at)] as const),
    ['ticket.ticketNo', TICKET_NO],
    ['photos', photo.split('/').at(-1) ?? photo],
    ['raterKind', '"company"'],
    ['proof', '"strong"'],
    ['raterRef', cloud.digests.accountRef(RATER)],
    ['openid', RATER],
  ];
  const found = (answer: unknown) => {
    const text = JSON.stringify(answer);
    return signs.flatMap(([field, sign]) => (text.includes(sign) ? [field] : [])).sort();
  };
  return { onlookers: people, ratingId, appealedId: appealed._id, reportId: report?._id ?? '', found };
};
