import { REFUSALS } from '@shared/kernel/refusals';
import type { Output } from '../../api/actions';
import { type Answer, call, type Refusal } from '../../api/call';
import type { Draft, DraftPhoto, saidAt } from './draft';
import { type Entry, nameOf } from './entry';
import { meantService, open, sayWhere } from './opened';
import { bytesOf, holdPhoto } from './photo-file';

export type Receipt = Output<'rating.submit'>;

/** A rating on its way: everything that one sending needs, so that it can wait for a network. */
export type Outgoing = ReturnType<typeof saidAt> & {
  readonly entry: Entry;
  /** The service that it is about, null for none; undefined until the window has said what waits there. Then it stays. */
  readonly serviceKey: string | null | undefined;
  /** What the person chose of what waits (`Draft`). */
  readonly chosen: Draft['serviceKey'];
  readonly caseNo: string;
  readonly receiptCode: string;
  readonly forCompany: boolean;
  readonly idempotencyKey: string;
  /** Id of the place; undefined until the window has answered. */
  readonly place: string | undefined;
  /** Names the window to the person, should he have to be told about it later. */
  readonly where: string;
};

/** One request carries at most about 1 MB (callFunction); base64 makes a file a third longer. */
const PHOTO_MAX_LENGTH = 950_000;

const TOO_LARGE: Refusal = { ok: false, code: 'photo.tooLarge', message: REFUSALS['photo.tooLarge'] };
const GONE: Refusal = {
  ok: false,
  code: 'photo.gone',
  message: '有照片已不在手机上，请去掉后提交，或重新选择。',
};

type SentPhoto = Answer<{ photo: string }>;

const upload = async (path: string): Promise<SentPhoto> => {
  const data = await bytesOf(path).catch(() => null);
  if (data === null) return GONE;
  return data.length > PHOTO_MAX_LENGTH ? TOO_LARGE : call('photo.add', { data });
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

/** The same photos, all of them there. */
export const sendAllPhotos = async (photos: readonly DraftPhoto[]): Promise<Answer<readonly DraftPhoto[]>> => {
  const there: DraftPhoto[] = [];
  for (const photo of photos) {
    const sent = await sendPhoto(photo);
    if (!sent.ok) return sent;
    there.push({ ...photo, photo: sent.value.photo });
  }
  return { ok: true, value: there };
};

/** One that could not go yet, where it stays when the app is closed. */
export const held = async (one: DraftPhoto): Promise<DraftPhoto> =>
  one.photo === null ? { ...one, path: await holdPhoto(one.path) } : one;

/** The same with all its photos there. */
const sendPhotos = async (outgoing: Outgoing): Promise<Answer<Outgoing>> => {
  if (outgoing.photos.every(({ photo }) => photo !== null)) return { ok: true, value: outgoing };
  const sent = await sendAllPhotos(outgoing.photos);
  return sent.ok ? { ok: true, value: { ...outgoing, photos: sent.value } } : sent;
};

/** The same without the photos that this phone no longer has. */
export const withoutGonePhotos = async (outgoing: Outgoing): Promise<Outgoing> => {
  const isThere = ({ path, photo }: DraftPhoto) => photo !== null || bytesOf(path).then(Boolean, () => false);
  const there = await Promise.all(outgoing.photos.map(isThere));
  return { ...outgoing, photos: outgoing.photos.filter((_, index) => there[index]) };
};

/** The same with its target: asks the window, should it not have answered yet. */
const aim = async (outgoing: Outgoing): Promise<Answer<Outgoing>> => {
  if (outgoing.serviceKey !== undefined) return { ok: true, value: outgoing };
  const opened = await open(outgoing.entry);
  if (!opened.ok) return opened;
  const serviceKey = meantService(outgoing.entry, outgoing.chosen, opened.value.services);
  return { ok: true, value: { ...outgoing, serviceKey, place: opened.value.place, where: sayWhere(opened.value) } };
};

const caseOf = ({ caseNo, receiptCode }: Outgoing) => ({
  ...(caseNo ? { caseNo } : {}),
  ...(caseNo && receiptCode ? { receiptCode } : {}),
});

const submit = (outgoing: Outgoing): Promise<Answer<Receipt>> => {
  const { entry, serviceKey, level, tags, comment, forCompany, idempotencyKey } = outgoing;
  const place = serviceKey ? { serviceKey } : { scene: nameOf(entry), ...caseOf(outgoing) };
  const company = forCompany ? { forCompany } : {};
  const photos = outgoing.photos.flatMap(({ photo }) => photo ?? []);
  return call('rating.submit', { ...place, ...company, level, tags: [...tags], comment, photos, idempotencyKey });
};

/**
 * Target first, then the photos, then the rating in one piece. `keep` is told how far it got before the next step, so that
 * every retry goes on from there.
 */
export const deliver = async (outgoing: Outgoing, keep: (soFar: Outgoing) => void): Promise<Answer<Receipt>> => {
  const aimed = await aim(outgoing);
  if (!aimed.ok) return aimed;
  if (aimed.value !== outgoing) keep(aimed.value);
  const ready = await sendPhotos(aimed.value);
  if (!ready.ok) return ready;
  if (ready.value !== aimed.value) keep(ready.value);
  return submit(ready.value);
};

/** The draft that it was made from. */
export const asDraft = ({ idempotencyKey, level, tags, comment, photos, chosen, ...rest }: Outgoing): Draft => ({
  idempotencyKey,
  level,
  tags,
  comment,
  photos,
  serviceKey: chosen,
  caseNo: rest.caseNo,
  receiptCode: rest.receiptCode,
  forCompany: rest.forCompany,
});
