import { type OpenedForm, readOpenedForm, stillHolds } from '@shared/domain/opened-form';
import type { RatingRules } from '@shared/domain/rating';
import type { Context } from '../../ports/context';
import type { RatedService } from './find-service';

/** The opening that this rater was handed at this window, as long as it holds; else null: nothing is refused for it. */
export const openingOf = (
  served: string | undefined,
  { window }: RatedService,
  { actor, digests, now }: Context,
  rules: Pick<RatingRules, 'formHolds'>,
): OpenedForm | null => {
  const form = served === undefined ? null : readOpenedForm(served, window._id, digests.formSeal(actor.ref));
  return form && stillHolds(form, now, rules) ? form : null;
};

type Server = { readonly staffId: string; readonly name: string } | null;

/**
 * Who served a walk-in: the one who was on duty when the form was opened, and whom the rater was shown; without that the one
 * who is on duty now, read as it stands at this moment.
 */
const servedWalkIn = async (
  opened: OpenedForm | null,
  { window }: RatedService,
  { directory, windowRegister }: Context,
): Promise<Server> => {
  if (!opened) return (await windowRegister.find(window._id))?.onDuty ?? null;
  const { staffId } = opened;
  if (staffId === null) return null;
  if (staffId === window.onDuty?.staffId) return window.onDuty;
  return { staffId, name: (await directory.staffNames([staffId])).get(staffId) ?? '' };
};

/** 服务的人: a case's service has its own clerk, whoever is on duty. */
export const whoServed = async (rated: RatedService, opened: OpenedForm | null, context: Context): Promise<Server> => {
  const { service } = rated;
  return service ? { staffId: service.staffId, name: service.staffName } : servedWalkIn(opened, rated, context);
};
