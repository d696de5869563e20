import type { RatingFile } from '@shared/domain/rating-file';
import { addDays, dayOf } from '@shared/kernel/time';
import type { Answer, TestCloud } from './a-local-cloud';
import { aTicketStory, type Cast } from './a-ticket-story';
import { PERSONAS } from './small-world';

/** 台前县: reviewed by the county's bureau, corrected by the city's. */
export const IN_TAIQIAN: Cast = {
  windowId: 'tq02',
  clerk: PERSONAS.taiqianClerk,
  liaison: PERSONAS.taiqianUnitLiaison,
  supervisor: PERSONAS.taiqianSupervisor,
  liaisonElsewhere: PERSONAS.taiqianTownLiaison,
  supervisorElsewhere: PERSONAS.chaozhouSupervisor,
  asksProof: true,
};
/** 潮州市: the city's bureau, above which there is none. */
export const IN_CHAOZHOU: Cast = {
  windowId: 'cz01',
  clerk: PERSONAS.chaozhouClerk,
  liaison: PERSONAS.chaozhouUnitLiaison,
  supervisor: PERSONAS.chaozhouSupervisor,
  liaisonElsewhere: PERSONAS.xiangqiaoUnitLiaison,
  supervisorElsewhere: PERSONAS.taiqianSupervisor,
  asksProof: true,
};

export const RECORDING = { kind: 'recording', words: '回访录音，第二天上午，责任人员的座机' } as const;

/** A rating signed for by the unit some days ago, and appealed against by the clerk with a recording. */
export const anAppeal = async (cloud: TestCloud, cast: Cast) => {
  const today = dayOf(Date.now());
  const on = (daysAgo: number) => aTicketStory(cloud, cast).on(addDays(today, -daysAgo));
  const { openid, ratingId } = await on(5).complain(cast.windowId, { comment: '服务很好，谢谢' });
  await on(4).moves(cast.liaison, ratingId, [{ move: 'accept' }]);
  const fileOf = () => cloud.cloud.database.get('ratings', ratingId) as RatingFile;
  const filed = await on(2).call('staff', cast.clerk, 'appeal.file', {
    ...{
      ticketNo: fileOf().ticket?.ticketNo,
      reason: 'mistap',
      words: '写的是表扬，等级点错了',
      evidence: [RECORDING],
    },
  });
  if (!filed.ok) throw new Error(`not filed: ${filed.code}`);
  const appealOf = () => {
    const { appeal } = fileOf();
    if (!appeal) throw new Error('no appeal');
    return appeal;
  };
  const move = async (staff: string, step: object): Promise<Answer> =>
    cloud.staff(staff, 'appeal.move', { ratingId, version: appealOf().version, step });
  const moves = async (steps: readonly (readonly [string, object])[]) => {
    for (const [staff, step] of steps) expect([step, await move(staff, step)]).toMatchObject([step, { ok: true }]);
  };
  return { openid, ratingId, fileOf, appealOf, move, moves };
};

export const ENDORSE = { move: 'endorse', words: '与回访说的一致，同意报送' } as const;
export const PROPOSE = { move: 'proposeGrant', reason: 'mistap', words: '文字是表扬，回访时说点错了' } as const;
