import type { Appeal } from '@shared/domain/appeal';
import type { Day } from '@shared/kernel/time';
import type { Answer, TestCloud } from './a-local-cloud';
import { aTicketStory, type Complaint, type TicketStory } from './a-ticket-story';

/** Who plays when a clerk appeals: openids, the window at which he was rated. */
export type AppealCast = {
  readonly windowId: string;
  readonly clerk: string;
  readonly liaison: string;
  readonly reviewer: string;
  readonly second: string;
  /** Two who hear the rater's objection. */
  readonly upper: string;
  readonly upperSecond: string;
  readonly asksProof: boolean;
};

export const RECORDING = { kind: 'recording', words: '6月8日9点至10点窗口录像' } as const;
export const DRAFT = { reason: 'wrongTarget', words: '评价说的是别的窗口', evidence: [RECORDING] } as const;

/** The days of a story: rated and signed for, told and appealed, reviewed, objected to. All are working days but the last. */
export const DAYS = {
  rated: '2026-06-08',
  filed: '2026-06-09',
  reviewed: '2026-06-11',
  objected: '2026-06-13',
} as const;

export const anAppealStory = (cloud: TestCloud, cast: AppealCast) => {
  const nobody = { liaisonElsewhere: '', supervisorElsewhere: '', supervisor: cast.reviewer };
  const story: TicketStory = aTicketStory(cloud, { ...cast, ...nobody });
  const ticketNoOf = (ratingId: string) => story.ticketOf(ratingId).ticketNo;
  const appealOf = (ratingId: string): Appeal => {
    const { appeal } = story.fileOf(ratingId);
    if (!appeal) throw new Error('no appeal');
    return appeal;
  };
  const on = (day: Day) => {
    const then = story.on(day);
    const move = (who: string, ratingId: string, step: object, version = appealOf(ratingId).version) =>
      then.ask(who, 'appeal.move', { ratingId, version, step });
    return {
      ...then,
      mine: (who = cast.clerk) => then.ask(who, 'appeal.mine'),
      mineOf: (ratingId: string, who = cast.clerk) =>
        then.ask(who, 'appeal.showMine', { ticketNo: ticketNoOf(ratingId) }),
      file: (ratingId: string, difference: object = {}, who = cast.clerk): Promise<Answer> =>
        then.ask(who, 'appeal.file', { ticketNo: ticketNoOf(ratingId), ...DRAFT, ...difference }),
      answer: (ratingId: string, step: object, version = appealOf(ratingId).version, who = cast.clerk) =>
        then.ask(who, 'appeal.answer', { ticketNo: ticketNoOf(ratingId), version, step }),
      move,
      /** Moves that must succeed, one after the other. */
      steps: async (ratingId: string, ...made: readonly (readonly [who: string, step: object])[]) => {
        for (const [who, step] of made)
          expect([step, await move(who, ratingId, step)]).toMatchObject([step, { ok: true }]);
      },
      object: ({ openid, ratingId }: Complaint, words = '我说的就是这个窗口') =>
        then.call('citizen', openid, 'rating.object', { ratingId, words }),
    };
  };
  /** A bad rating whose ticket the unit has signed for. */
  const told = async (windowId = cast.windowId, difference: object = {}): Promise<Complaint> => {
    const then = on(DAYS.rated);
    const complaint = await then.complain(windowId, difference);
    await then.moves(cast.liaison, complaint.ratingId, [{ move: 'accept' }]);
    return complaint;
  };
  /** An appeal that waits for the unit. */
  const filed = async (difference: object = {}): Promise<Complaint> => {
    const complaint = await told();
    expect(await on(DAYS.filed).file(complaint.ratingId, difference)).toMatchObject({ ok: true });
    return complaint;
  };
  const ENDORSE = { move: 'endorse', words: '情况属实，同意报送' };
  const PROPOSE = { move: 'proposeGrant', reason: 'wrongTarget', words: '录像与评价所说的窗口不符' };
  const DENY = { move: 'proposeDenial', isExplanation: false, words: '录像与评价相符' };
  const { liaison, reviewer, second, upper, upperSecond } = cast;
  const reviewed = on(DAYS.reviewed);
  return {
    ...story,
    ...{ on, told, filed, appealOf, ticketNoOf },
    endorsed: async () => {
      const complaint = await filed();
      await on(DAYS.filed).steps(complaint.ratingId, [liaison, ENDORSE]);
      return complaint;
    },
    grant: (ratingId: string) =>
      reviewed.steps(ratingId, [liaison, ENDORSE], [reviewer, PROPOSE], [second, { move: 'confirmGrant' }]),
    deny: (ratingId: string, difference: object = {}) =>
      reviewed.steps(
        ratingId,
        [liaison, ENDORSE],
        [reviewer, { ...DENY, ...difference }],
        [second, { move: 'confirmDenial' }],
      ),
    reverse: (ratingId: string) => reviewed.steps(ratingId, [upper, DENY], [upperSecond, { move: 'confirmDenial' }]),
    uphold: (ratingId: string) => reviewed.steps(ratingId, [upper, PROPOSE], [upperSecond, { move: 'confirmGrant' }]),
  };
};

export type AppealStory = ReturnType<typeof anAppealStory>;
