import type { Appeal } from '@shared/domain/appeal';
import type { RatingFile } from '@shared/domain/rating-file';
import { addDays, dayOf } from '@shared/kernel/time';
import type { TestCloud } from './a-local-cloud';
import { aTicketStory, type Cast, type Complaint } from './a-ticket-story';

/** A bad rating at 台前县's window tq02 of which its clerk was told. */
export type ToldComplaint = Complaint & { readonly ticketNo: string };

/** 台前县's clerk of window tq02, his unit, and the bureau whose supervisors review what he says. */
export const anAppealStory = (cloud: TestCloud) => {
  const { personas } = cloud;
  const cast: Cast = {
    ...{ windowId: 'tq02', clerk: personas.taiqianClerk, liaison: personas.taiqianUnitLiaison, asksProof: false },
    ...{ supervisor: personas.taiqianSupervisor, supervisorElsewhere: personas.xiangqiaoSupervisor },
    liaisonElsewhere: personas.chaozhouUnitLiaison,
  };
  const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
  const appealOf = (id: string): Appeal => {
    const { appeal } = fileOf(id);
    if (!appeal) throw new Error('no appeal');
    return appeal;
  };

  /** Given and signed for `daysAgo`. */
  const told = async (difference: object = {}, daysAgo = 2): Promise<ToldComplaint> => {
    const then = aTicketStory(cloud, cast).on(addDays(dayOf(Date.now()), -daysAgo));
    const complaint = await then.complain(cast.windowId, difference);
    await then.moves(cast.liaison, complaint.ratingId, [{ move: 'accept' }]);
    return { ...complaint, ticketNo: then.ticketOf(complaint.ratingId).ticketNo };
  };
  const file = async ({ ticketNo }: ToldComplaint) => {
    const evidence = [{ kind: 'caseLog', words: '叫号系统 A015，评的是 3 号窗口' }];
    const appeal = { ticketNo, reason: 'wrongTarget', words: '他说的是旁边的窗口', evidence };
    expect(await cloud.staff(cast.clerk, 'appeal.file', appeal)).toMatchObject({ ok: true });
  };
  const moves = async (ratingId: string, steps: readonly (readonly [string, object])[]) => {
    for (const [openid, step] of steps) {
      const { version } = appealOf(ratingId);
      const moved = await cloud.staff(openid, 'appeal.move', { ratingId, version, step });
      expect([step, moved]).toMatchObject([step, { ok: true }]);
    }
  };
  const ENDORSED = [cast.liaison, { move: 'endorse', words: '排班表与叫号记录相符' }] as const;
  const [first, second] = [personas.taiqianSupervisor, personas.taiqianSecondSupervisor];
  return {
    ...{ fileOf, appealOf, told, file, moves },
    /** 采纳, by two persons. */
    grant: (ratingId: string, words = '叫号记录显示评价人在 3 号窗口办理') =>
      moves(ratingId, [
        ENDORSED,
        [first, { move: 'proposeGrant', reason: 'wrongTarget', words }],
        [second, { move: 'confirmGrant' }],
      ]),
    /** 驳回, by two persons. */
    deny: (ratingId: string, words = '录像显示就是本窗口') =>
      moves(ratingId, [
        ENDORSED,
        [first, { move: 'proposeDenial', isExplanation: false, words }],
        [second, { move: 'confirmDenial' }],
      ]),
  };
};
