import { REFUSALS } from '@shared/kernel/refusals';
import type { Output } from '../../api/actions';
import { type Answer, call, type Refusal } from '../../api/call';
import type { Draft, DraftPhoto, saidAt } from './draft';
import { type Entry, nameOf } from './entry';
import { bytesOf } from './photo-file';

export type Receipt = Output<'rating.submit'>;

/** A rating on its way: everything that one sending needs, so that it can wait for a network. */
export type Outgoing = ReturnType<typeof saidAt> & {
  readonly entry: Entry;
  readonly serviceKey: string | null;
  readonly caseNo: string;
  readonly idempotencyKey: string;
  /** Names the window to the person, should he have to be told about it later. */
  readonly where: string;
};

/** One request carries at most about 1 MB (callFunction); base64 makes a file a third longer. */
const PHOTO_MAX_LENGTH = 950_000;

const refusal = (code: 'photo.tooLarge' | 'photo.notYours'): Refusal => ({ ok: false, code, message: REFUSALS[code] });

type SentPhoto = Answer<{ photo: string }>;

const upload = async (path: string): Promise<SentPhoto> => {
  const data = await bytesOf(path).catch(() => null);
  if (data === null) return refusal('photo.notYours');
  return data.length > PHOTO_MAX_LENGTH ? refusal('photo.tooLarge') : call('photo.add', { data });
};

/** By path, those that are on their way or there: whoever asks for one of them again waits for the same sending. */
const sending = new Map<string, Promise<SentPhoto>>();

/** Sends a photo that is not there yet. */
export const sendPhoto = async ({ path, photo }: DraftPhoto): Promise<SentPhoto> => {
  if (photo !== null) return { ok: true, value: { photo } };
  const sent = sending.get(path) ?? upload(path);
  sending.set(path, sent);
  const answer = await sent;
  if (!answer.ok) sending.delete(path);
  return answer;
};

const sendPhotos = async (photos: readonly DraftPhoto[]): Promise<Answer<string[]>> => {
  const names: string[] = [];
  for (const photo of photos) {
    const sent = await sendPhoto(photo);
    if (!sent.ok) return sent;
    names.push(sent.value.photo);
  }
  return { ok: true, value: names };
};

/** Photos first, then the rating in one piece. */
export const deliver = async (outgoing: Outgoing): Promise<Answer<Receipt>> => {
  const photos = await sendPhotos(outgoing.photos);
  if (!photos.ok) return photos;
  const { entry, serviceKey, caseNo, level, tags, comment, idempotencyKey } = outgoing;
  const place = serviceKey
    ? { serviceKey }
    : { scene: nameOf(entry), ...(caseNo.trim() === '' ? {} : { caseNo: caseNo.trim() }) };
  return call('rating.submit', { ...place, level, tags: [...tags], comment, photos: photos.value, idempotencyKey });
};

/** The service that the draft means, of those that wait at this window: unless one was chosen, the newest. */
export const meantService = (
  draft: Draft,
  entry: Entry,
  waiting: readonly { readonly key: string }[],
): string | null => {
  if (entry.kind === 'service') return entry.serviceKey;
  return draft.serviceKey === undefined ? (waiting[0]?.key ?? null) : draft.serviceKey;
};
