import type { SealedPlace } from '../../ports/vault';

export const placeOfOpenid = (ref: string): SealedPlace => ({ collection: 'grants', id: ref, field: 'openid' });
