import type { TestCloud } from './a-local-cloud';

let made = 0;

/** A walk-in at 台前县's window tq02, satisfied and silent, with the one difference that the test is about. */
export const aRating = (cloud: TestCloud, difference: object = {}) => ({
  scene: cloud.sign('tq02').scene,
  level: 'satisfied',
  tags: [] as readonly string[],
  comment: '',
  photos: [] as readonly string[],
  idempotencyKey: `key-${++made}-of-this-test`,
  ...difference,
});
