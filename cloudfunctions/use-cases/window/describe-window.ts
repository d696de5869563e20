import type { Org, PlaceId, ServiceWindow } from '@shared/domain/organization';
import type { Directory } from '../../ports/directory';

export type DescribedWindow = {
  readonly window: ServiceWindow;
  readonly place: PlaceId;
  readonly center: Org;
  readonly unit: Org;
  readonly orgs: readonly Org[];
};

/** The window with its orgs. Throws when the directory lacks one: its import must refuse that. */
export const describeWindow = async (window: ServiceWindow, directory: Directory): Promise<DescribedWindow> => {
  const orgs = await directory.orgs(window.orgPath);
  const center = orgs.find((org) => org._id === window.centerId);
  const unit = orgs.find((org) => org._id === window.orgId);
  if (!center || !unit) throw new Error(`directory: window ${window._id} has no center or unit`);
  return { window, place: center.place, center, unit, orgs };
};
