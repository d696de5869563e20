import type { rebuildFigures as contract } from '@shared/contracts/figures';
import { ok } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';

/** 重新统计: the timer counts everything anew. */
export const rebuildFigures: OfficialUseCase<typeof contract> = async (_input, { now, rollups }) => {
  await rollups.startAnew(now);
  return ok({});
};
