import type { addPhoto as contract } from '@shared/contracts/citizen';
import { cleanPhoto } from '@shared/domain/photo';
import { ok, refuse } from '@shared/kernel/result';
import { LIMITS } from '@shared/policy/limits';
import type { UseCase } from '../../ports/context';
import { photoToken } from './photo-token';

/** 上传照片: kept only when it is one, and without what the camera wrote into it. */
export const addPhoto: UseCase<typeof contract> = async ({ data }, context) => {
  const { actor, limits, now } = context;
  const photo = cleanPhoto(Buffer.from(data, 'base64'));
  if (!photo.ok) return photo;
  if (!(await limits.take('photo', actor.ref, LIMITS.photo.value, now))) return refuse('limit.tooOften');
  return ok({ photo: photoToken(await context.photos.store(photo.value), context) });
};
