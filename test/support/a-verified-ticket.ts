import type { RatingFile } from '@shared/domain/rating-file';
import type { TestCloud } from './a-local-cloud';

const STEPS = [
  { move: 'accept' },
  { move: 'recordAttempt', outcome: 'reached', note: '已说明情况' },
  { move: 'recordFollowUp', finding: 'substantiated', note: '高峰期只开一个窗口' },
  { move: 'classify', cause: 'process', isComplex: false },
] as const;
const RESULT = {
  move: 'submitRectification',
  measures: '高峰期加开一个窗口',
  reply: '已加开一个窗口，给您带来不便，请谅解。',
} as const;

/** Whoever handles 台前县's tickets does all that leads to 待评定; after a 不满意 only what is to be done again. */
export const verifiedTicket = async (cloud: TestCloud, ratingId: string, photos: readonly string[] = []) => {
  const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
  const file = () => cloud.cloud.database.get('ratings', ratingId) as RatingFile;
  const move = async (staff: string, step: object) => {
    const answer = await cloud.staff(staff, 'ticket.move', { ratingId, version: file().rev, step });
    if (!answer.ok) throw new Error(`${JSON.stringify(step)} was refused: ${answer.code}`);
  };
  if (file().ticket?.state === 'awaitingAcceptance') for (const step of STEPS) await move(taiqianUnitLiaison, step);
  await move(taiqianUnitLiaison, { ...RESULT, ...(photos.length > 0 && { photos }) });
  await move(taiqianSupervisor, { move: 'verify' });
};
