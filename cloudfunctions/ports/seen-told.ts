import { type AppealDraft, type AppealRules, fileAppeal } from '@shared/domain/appeal';
import { filedAppeal, movedAppealFile, type RulingRules } from '@shared/domain/appeal-file';
import type { AppealInput } from '@shared/domain/appeal-moves';
import type { AppealRoute } from '@shared/domain/appeal-route';
import type { AppealState } from '@shared/domain/appeal-table';
import { ROLE_LABELS } from '@shared/domain/labels';
import { type MoveNames, movedFile } from '@shared/domain/move-file';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Subject } from '@shared/domain/subject';
import type { TicketRules } from '@shared/domain/ticket';
import type { MoveRules } from '@shared/domain/ticket-moves';
import { isTold, type ToldRating, type ToldRules, toldRating } from '@shared/domain/told-rating';
import type { Official } from '@shared/domain/visibility';
import type { WorkingTimeRules } from '@shared/domain/working-time';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Day, Instant } from '@shared/kernel/time';
import { moveFile } from './move-file';
import type { Ratings } from './ratings';

/** What decides how one of them is shown: whether its day may be, and the rules of the place that was rated. */
export type ToldView = {
  readonly showsDay: (day: Day) => boolean;
  readonly rules: ToldRules;
};
/** Where he was rated, and nothing of the rating. */
export type RatedAt = Pick<Subject, 'place' | 'orgId' | 'orgPath' | 'windowId' | 'centerId' | 'staffId'> & {
  readonly unitId: string;
};

type FilingRules = AppealRules & Pick<TicketRules, 'appealWithin'> & WorkingTimeRules;

/** 对我的差评 of one member of staff, each by the number of its ticket: the id of a rating may name a case. */
export type SeenTold = {
  told(since: Instant, now: Instant, view: ToldView): Promise<readonly ToldRating[]>;
  toldOne(ticketNo: string, now: Instant, view: ToldView): Promise<ToldRating | undefined>;
  /** Undefined when there is none, or he was not told of it. */
  ratedAt(ticketNo: string, now: Instant): Promise<RatedAt | undefined>;
  giveStatement(
    ticketNo: string,
    words: string,
    names: MoveNames,
    now: Instant,
    rules: MoveRules,
  ): Promise<Result<null, RefusalCode>>;
  /** Answers the number of the appeal; the same draft again is the retry of an answer that was lost on its way. */
  fileAppeal(
    ticketNo: string,
    draft: AppealDraft,
    route: AppealRoute,
    now: Instant,
    rules: FilingRules,
  ): Promise<Result<string, RefusalCode>>;
  answerAppeal(
    ticketNo: string,
    version: number,
    input: AppealInput,
    now: Instant,
    rules: RulingRules,
  ): Promise<Result<AppealState, RefusalCode>>;
};

/** The most that are shown at once: no clerk has that many bad ratings in a year and still stands at a window. */
const TOLD_AT_MOST = 100;
const POST = ROLE_LABELS.clerk;

const isSameDraft = ({ reason, words, evidence }: AppealDraft, other: AppealDraft): boolean =>
  JSON.stringify([reason, words, evidence]) === JSON.stringify([other.reason, other.words, other.evidence]);

export const seenTold = (ratings: Ratings, { staffId }: Pick<Official, 'staffId'>): SeenTold => {
  const find = async (ticketNo: string, now: Instant): Promise<RatingFile | undefined> => {
    const file = await ratings.toldByTicket(staffId, ticketNo);
    return file && isTold(file, now) ? file : undefined;
  };
  const change = async <C extends RefusalCode>(
    ticketNo: string,
    now: Instant,
    decide: (file: RatingFile) => Result<Partial<RatingFile>, C>,
  ) => {
    const found = await find(ticketNo, now);
    if (!found) return refuse('appeal.unknown');
    return moveFile(
      found._id,
      ratings,
      (file): Result<Partial<RatingFile>, C | 'appeal.unknown'> => (file ? decide(file) : refuse('appeal.unknown')),
    );
  };
  return {
    told: async (since, now, { showsDay, rules }) =>
      (await ratings.toldTo(staffId, since, TOLD_AT_MOST)).flatMap((file) =>
        isTold(file, now) ? [toldRating(file, showsDay(file.subject.servedOn), now, rules)] : [],
      ),
    toldOne: async (ticketNo, now, { showsDay, rules }) => {
      const file = await find(ticketNo, now);
      return file && isTold(file, now) ? toldRating(file, showsDay(file.subject.servedOn), now, rules) : undefined;
    },
    ratedAt: async (ticketNo, now) => {
      const file = await find(ticketNo, now);
      if (!file?.ticket) return undefined;
      const { place, orgId, orgPath, windowId, centerId } = file.subject;
      return { place, orgId, orgPath, windowId, centerId, staffId, unitId: file.ticket.unitId };
    },
    giveStatement: (ticketNo, words, names, now, rules) =>
      change(ticketNo, now, (file) =>
        // The same words again are the retry of an answer that was lost on its way.
        file.ticket?.handling.statement?.words === words
          ? ok({})
          : movedFile(file, { move: 'giveStatement', words }, { mover: 'rated', staffId }, names, '', now, rules),
      ),
    fileAppeal: async (ticketNo, draft, route, now, rules) => {
      const appealNo = `SS${ticketNo.slice('GD'.length)}`;
      const filed = await change(ticketNo, now, (file) => {
        if (file.appeal) return isSameDraft(file.appeal, draft) ? ok({}) : refuse('appeal.filedAlready');
        if (!file.ticket) return refuse('appeal.notBad');
        const by = { staffId, post: POST };
        const appeal = fileAppeal(appealNo, draft, file.ticket.handling, route, by, now, rules);
        return appeal.ok ? ok(filedAppeal(file, appeal.value, now)) : appeal;
      });
      return filed.ok ? ok(appealNo) : filed;
    },
    answerAppeal: async (ticketNo, version, input, now, rules) => {
      let state: AppealState | undefined;
      const answered = await change(ticketNo, now, (file) => {
        const { appeal } = file;
        if (!appeal) return refuse('appeal.unknown');
        if (appeal.version !== version) return refuse('appeal.movedMeanwhile');
        const by = { mover: 'rated', staffId, post: POST } as const;
        const moved = movedAppealFile({ ...file, appeal }, input, by, now, rules);
        if (moved.ok) state = moved.value.appeal?.state;
        return moved;
      });
      if (!answered.ok) return answered;
      return state ? ok(state) : refuse('system.failed');
    },
  };
};
