import type { Answer } from '../../api/call';
import type { DraftPhoto } from './draft';
import { held, sendAllPhotos } from './outgoing';

type Photos = readonly DraftPhoto[];

/** The names in the cloud of all of them; `onPhotos` is told how far it got. Those that could not go stay on the phone. */
export const photosThere = async (
  photos: Photos,
  onPhotos: (photos: Photos) => void,
): Promise<Answer<readonly string[]>> => {
  if (photos.length === 0) return { ok: true, value: [] };
  const sent = await sendAllPhotos(photos);
  onPhotos(sent.ok ? sent.value : await Promise.all(photos.map(held)));
  return sent.ok ? { ok: true, value: sent.value.flatMap(({ photo }) => photo ?? []) } : sent;
};
