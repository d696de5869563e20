import { REFUSALS } from '@shared/kernel/refusals';
import type { Output } from '../../api/actions';
import { type Answer, call, type Refusal } from '../../api/call';
import type { Draft, DraftPhoto, saidAt } from './draft';
import { type Entry, nameOf } from './entry';
import { meantService, open, sayWhere } from './opened';
import { bytesOf } from './photo-file';

export type Receipt = Output<'rating.submit'>;

/** A rating on its way: everything that one sending needs, so that it can wait for a network. */
export type Outgoing = ReturnType<typeof saidAt> & {
  readonly entry: Entry;
  /** The service that it is about, null for none; undefined until the window has said what waits there. Then it stays. */
  readonly serviceKey: string | null | undefined;
  /** What the person chose of what waits (`Draft`). */
  readonly chosen: Draft['serviceKey'];
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

/** The same with its target: asks the window, should it not have answered yet. */
const aim = async (outgoing: Outgoing): Promise<Answer<Outgoing>> => {
  if (outgoing.serviceKey !== undefined) return { ok: true, value: outgoing };
  const opened = await open(outgoing.entry);
  if (!opened.ok) return opened;
  const serviceKey = meantService(outgoing.entry, outgoing.chosen, opened.value.services);
  return { ok: true, value: { ...outgoing, serviceKey, where: sayWhere(opened.value) } };
};

const submit = (outgoing: Outgoing, photos: string[]): Promise<Answer<Receipt>> => {
  const { entry, serviceKey, caseNo, level, tags, comment, idempotencyKey } = outgoing;
  const place = serviceKey ? { serviceKey } : { scene: nameOf(entry), ...(caseNo === '' ? {} : { caseNo }) };
  return call('rating.submit', { ...place, level, tags: [...tags], comment, photos, idempotencyKey });
};

/**
 * Target first, then the photos, then the rating in one piece. What must be the same on every retry is told to `keep` before
 * anything of it leaves.
 */
export const deliver = async (outgoing: Outgoing, keep: (aimed: Outgoing) => void): Promise<Answer<Receipt>> => {
  const aimed = await aim(outgoing);
  if (!aimed.ok) return aimed;
  if (aimed.value !== outgoing) keep(aimed.value);
  const photos = await sendPhotos(aimed.value.photos);
  return photos.ok ? submit(aimed.value, photos.value) : photos;
};
