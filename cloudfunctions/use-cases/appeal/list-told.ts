import type { listTold as contract } from '@shared/contracts/appeal';
import { ok } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { toldRules, toldSince } from './told-rules';
import { toldView } from './told-view';

/** 对我的差评 */
export const listTold: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { now, ratings } = context;
  const view = await toldRules(context);
  if (!view.ok) return view;
  const told = await ratings.told(toldSince(now), now, view.value);
  const items = told.map((one) => ({
    ...toldView(one),
    appeal: one.appeal && {
      ...{ appealNo: one.appeal.appealNo, state: one.appeal.state },
      moves: [...one.appeal.moves],
    },
  }));
  return ok({ items });
};
