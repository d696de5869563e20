import type { addPhoto as contract } from '@shared/contracts/citizen';
import { cleanPhoto } from '@shared/domain/photo';
import { ok } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { photoToken } from './photo-token';

/** 上传照片: kept only when it is one, and without what the camera wrote into it. */
export const addPhoto: UseCase<typeof contract> = async ({ data }, context) => {
  const photo = cleanPhoto(Buffer.from(data, 'base64'));
  if (!photo.ok) return photo;
  return ok({ photo: photoToken(await context.photos.store(photo.value), context) });
};
