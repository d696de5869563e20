import type { Org, OrgLevel, ServiceWindow } from '@shared/domain/organization';
import type { RatingDraft } from '@shared/domain/rating';

export const aDraft = (given: Partial<RatingDraft> = {}): RatingDraft => ({
  level: 'verySatisfied',
  tags: [],
  comment: '',
  photos: [],
  ...given,
});

export const anOrg = (_id: string, kind: Org['kind'], level: OrgLevel, given: Partial<Org> = {}): Org => ({
  _id,
  name: _id,
  kind,
  level,
  place: 'taiqian',
  regionCode: '410927',
  parentId: null,
  orgPath: [_id],
  liaisonIds: ['liaison'],
  ...given,
});

/** A window whose orgs, top down, are `path`; the last one serves there and the centre stands before it. */
export const aWindow = (path: readonly Org[], given: Partial<ServiceWindow> = {}): ServiceWindow => ({
  _id: 'w1',
  name: '3号窗口',
  centerId: path.filter((org) => org.kind === 'center').at(-1)?._id ?? '',
  orgId: path.at(-1)?._id ?? '',
  orgPath: path.map((org) => org._id),
  itemCodes: [],
  onDuty: null,
  code: { serial: 1, revoked: false },
  ...given,
});
