import type { showTold as contract } from '@shared/contracts/appeal';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { appealView } from './appeal-view';
import { toldRules } from './told-rules';
import { toldView } from './told-view';

/** 一条对我的差评; another's is as unknown as one that does not exist. */
export const showTold: OfficialUseCase<typeof contract> = async ({ ticketNo }, context) => {
  const { now, ratings } = context;
  const view = await toldRules(context);
  if (!view.ok) return view;
  const told = await ratings.toldOne(ticketNo, now, view.value);
  if (!told) return refuse('appeal.unknown');
  const { appeal } = told;
  return ok({
    ...toldView(told),
    appeal: appeal && { ...(await appealView(appeal, now, view.value.rules, context)), moves: [...appeal.moves] },
  });
};
