import type { RatingFile } from '@shared/domain/rating-file';
import type { TicketStep } from '@shared/domain/ticket';
import { type Day, instantOf, sayMoment, type TimeOfDay } from '@shared/kernel/time';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import type { Answer, TestCloud } from './a-local-cloud';
import { aRating } from './a-rating';

/** Who plays in a place: openids, and the window whose unit has a 责任人员. */
export type Cast = {
  readonly windowId: string;
  readonly clerk: string;
  readonly liaison: string;
  readonly supervisor: string;
  /** Officials of another unit and of another bureau. */
  readonly liaisonElsewhere: string;
  readonly supervisorElsewhere: string;
  /** Whether nobody rates without 实名. */
  readonly asksProof: boolean;
};

export type Complaint = { readonly openid: string; readonly ratingId: string };

export const GOOD_REPLY = '已加开窗口，给您带来不便，请谅解。';
export const SUBMIT = { move: 'submitRectification', measures: '高峰期加开一个窗口，已公示', reply: GOOD_REPLY };
/** What the unit does about a ticket, one step after the other. */
export const HANDLING: readonly object[] = [
  { move: 'accept' },
  { move: 'recordAttempt', outcome: 'reached', note: '已说明情况' },
  { move: 'recordFollowUp', finding: 'substantiated', note: '高峰期只开一个窗口' },
  { move: 'classify', cause: 'process', isComplex: false },
  SUBMIT,
];

let raters = 0;

/** A story's persons at a cloud whose clock can be put back to a day and time of China; without one it is now. */
export const aTicketStory = (cloud: TestCloud, cast: Cast, at?: readonly [Day, TimeOfDay]) => {
  const who = (openid: string) => ({
    openid,
    ...(at && { millisecondsAgo: Math.round(Date.now() - instantOf(...at)) }),
  });
  const call = async (door: string, openid: string, action: string, input: object): Promise<Answer> =>
    (await cloud.cloud.call(door, { action, input }, who(openid))) as Answer;
  const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
  const ticketOf = (id: string) => {
    const { ticket } = fileOf(id);
    if (!ticket) throw new Error('no ticket');
    return ticket;
  };

  const complain = async (windowId = cast.windowId, difference: object = {}): Promise<Complaint> => {
    const openid = `complainer-${++raters}`;
    if (cast.asksProof) {
      await call('citizen', openid, 'identity.provePhone', {
        ...{ code: cloud.cloud.phoneCode(openid), consent: NOTICE_TEXTS.phone.version },
      });
    }
    const bad = { level: 'veryDissatisfied', tags: ['115'], comment: '排了一个小时', ...difference };
    const scene = cloud.sign(windowId).scene;
    const receipt = await call('citizen', openid, 'rating.submit', aRating(cloud, { ...bad, scene }));
    if (!receipt.ok) throw new Error(`not taken: ${receipt.code}`);
    return { openid, ratingId: receipt.value.ratingId };
  };
  const moveAs = (staff: string, ratingId: string, step: object, version = fileOf(ratingId).rev): Promise<Answer> =>
    call('staff', staff, 'ticket.move', { ratingId, version, step });
  const moves = async (staff: string, ratingId: string, steps: readonly object[]) => {
    for (const step of steps) expect([step, await moveAs(staff, ratingId, step)]).toMatchObject([step, { ok: true }]);
  };
  const judge = ({ openid, ratingId }: Complaint, verdict: string, words = '') =>
    call('citizen', openid, 'rating.judge', { ratingId, verdict, words });
  return {
    ...{ call, fileOf, ticketOf, complain, moveAs, moves, judge },
    ask: (staff: string, action: string, input: object = {}) => call('staff', staff, action, input),
    handle: (ratingId: string) => moves(cast.liaison, ratingId, HANDLING),
    verify: (ratingId: string) => moves(cast.supervisor, ratingId, [{ move: 'verify' }]),
    shownTo: ({ openid, ratingId }: Complaint) => call('citizen', openid, 'rating.show', { ratingId }),
    inboxOf: (to: string, ratingId: string) =>
      cloud.cloud.database.find('inbox', { to, ratingId }) as { text: string }[],
    /** By when that step is due, as people say it. */
    dueOf: (ratingId: string, step: TicketStep): string => {
      const deadline = ticketOf(ratingId).clocks.find((clock) => clock.step === step)?.deadline;
      if (!deadline) throw new Error(`${step} has no deadline`);
      return sayMoment(deadline.dueAt);
    },
    /** The same persons on another day. */
    on: (day: Day, time: TimeOfDay = '10:00') => aTicketStory(cloud, cast, [day, time]),
  };
};

export type TicketStory = ReturnType<typeof aTicketStory>;
