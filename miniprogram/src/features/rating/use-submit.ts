import { checkDraft, isBad } from '@shared/domain/rating';
import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { call, type Refusal } from '../../api/call';
import { arrived } from './arrived';
import { type Draft, forCheck, saidAt } from './draft';
import type { Entry } from './entry';
import { asksFirst, type Back, demandHere, mayGo, rememberAsked, toIdentity } from './identity-step';
import { type KnownProof, learnProof } from './known-proof';
import { meantService, type Opened, sayWhere } from './opened';
import { deliver, type Outgoing, type Receipt } from './outgoing';
import type { rulesHere } from './rules-here';
import { servedOf } from './served';
import { keepUnsent } from './unsent';

export type Field = 'level' | 'reason' | 'photos' | 'caseNo' | 'page';
export type Complaint = { readonly field: Field; readonly code: Refusal['code']; readonly message: string };

const FIELDS: Readonly<Partial<Record<Refusal['code'], Field>>> = {
  'rating.levelInvalid': 'level',
  'rating.reasonMissing': 'reason',
  'rating.commentTooLong': 'reason',
  'rating.tagUnknown': 'reason',
  'rating.tagOfOtherLevel': 'reason',
  'rating.tooManyPhotos': 'photos',
  'photo.invalid': 'photos',
  'photo.tooLarge': 'photos',
  'photo.notYours': 'photos',
  'photo.gone': 'photos',
  'service.unknown': 'caseNo',
  'service.notHere': 'caseNo',
  'service.receiptCodeWrong': 'caseNo',
  'limit.guesses': 'caseNo',
};

const complaintOf = ({ code, message }: Pick<Refusal, 'code' | 'message'>): Complaint => ({
  field: FIELDS[code] ?? 'page',
  code,
  message,
});
const ownComplaint = (code: RefusalCode): Complaint => complaintOf({ code, message: REFUSALS[code] });

type Rules = ReturnType<typeof rulesHere>;

/** What would be sent, or what the person must mend first. */
const prepare = (entry: Entry, draft: Draft, opened: Opened | undefined, rules: Rules): Outgoing | Complaint => {
  if (draft.level === null) return ownComplaint('rating.levelInvalid');
  const said = saidAt(draft, draft.level, rules);
  const checked = checkDraft(forCheck(said), rules.rating, rules.tags);
  if (!checked.ok) return ownComplaint(checked.code);
  const service = meantService(entry, draft.serviceKey, opened?.services);
  const receiptCode = service || draft.caseNo.trim() === '' ? '' : draft.receiptCode.trim();
  const isAsked = isBad(draft.level, rules.rating) || receiptCode !== '';
  const caseNo = !service && isAsked ? draft.caseNo.trim() : '';
  return {
    ...said,
    comment: checked.value.comment,
    entry,
    // Who types a case number says which service he means.
    serviceKey: caseNo === '' ? service : null,
    served: servedOf(draft, opened, rules),
    chosen: draft.serviceKey,
    caseNo,
    receiptCode,
    forCompany: draft.forCompany,
    idempotencyKey: draft.idempotencyKey,
    place: opened?.place,
    where: opened ? sayWhere(opened) : '您扫描的窗口',
  };
};

/** Where each complaint is read. */
export const ERROR_IDS: Readonly<Record<Field, string>> = {
  level: 'level-error',
  reason: 'reason-error',
  photos: 'photo-error',
  caseNo: 'case-error',
  page: 'page-error',
};
const ROOM_ABOVE = -120;

const bringIntoView = (field: Field) =>
  void Taro.pageScrollTo({ selector: `#${ERROR_IDS[field]}`, offsetTop: ROOM_ABOVE, duration: 0 }).catch(
    () => undefined,
  );

export const toReceipt = ({ ratingId }: Receipt) =>
  Taro.redirectTo({ url: `/pages/receipt/index?ratingId=${encodeURIComponent(ratingId)}` });

/** Sends it, or keeps it for want of a network; what the person must mend otherwise. */
const deliverOnce = async (outgoing: Outgoing): Promise<Complaint | null> => {
  let soFar = outgoing;
  const answer = await deliver(outgoing, (further) => {
    soFar = further;
  });
  if (answer.ok) {
    arrived(soFar, answer.value);
    await toReceipt(answer.value);
    return null;
  }
  if (answer.code !== 'network.down') return complaintOf(answer);
  await keepUnsent(soFar);
  return null;
};

/** True when the rating does not go now: its writer is asked who he is, or there is no network to ask him. */
const isHeldUp = async (outgoing: Outgoing, place: string, rules: Rules): Promise<boolean> => {
  const mine = await call('identity.mine', {});
  if (!mine.ok && mine.code === 'network.down') {
    await keepUnsent(outgoing);
    return true;
  }
  // The cloud itself decides on a rating of which it could not say who gives it.
  if (!mine.ok) return false;
  learnProof(mine.value);
  if (mayGo(mine.value, rules)) return false;
  rememberAsked(outgoing);
  const demand = demandHere(rules, outgoing.level, outgoing.serviceKey);
  await toIdentity(outgoing.entry, { place, demand, sends: true });
  return true;
};

type Place = { readonly opened: Opened | undefined; readonly rules: Rules; readonly known: KnownProof };

/** 提交: check, confirm a bad one, ask for 实名 where the place wants it, send once. Without a network it waits on the phone. */
export const useSubmit = (entry: Entry, draft: Draft, { opened, rules, known }: Place) => {
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [toConfirm, setToConfirm] = useState<Outgoing | null>(null);
  const [busy, setBusy] = useState(false);
  const inFlight = useRef(false);

  const complain = (what: Complaint) => {
    setComplaint(what);
    Taro.nextTick(() => bringIntoView(what.field));
  };

  const once = async (work: () => Promise<Complaint | null>) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setBusy(true);
    try {
      const what = await work();
      if (what) complain(what);
    } finally {
      inFlight.current = false;
      setBusy(false);
      setToConfirm(null);
    }
  };

  const send = (outgoing: Outgoing) =>
    once(async () => {
      const asks = opened !== undefined && asksFirst(outgoing, known, rules);
      return asks && (await isHeldUp(outgoing, opened.place, rules)) ? null : deliverOnce(outgoing);
    });

  const prepared = (from: Draft): Outgoing | null => {
    const made = prepare(entry, from, opened, rules);
    setComplaint(null);
    if (!('field' in made)) return made;
    complain(made);
    return null;
  };

  const submit = () => {
    const outgoing = prepared(draft);
    if (!outgoing) return;
    if (isBad(outgoing.level, rules.rating)) setToConfirm(outgoing);
    else void send(outgoing);
  };

  /** What was ready when its writer was asked who he is goes now, with what he has added. */
  const resume = (changes: Back['changes']) => {
    const outgoing = prepared({ ...draft, ...changes });
    if (outgoing) void once(() => deliverOnce(outgoing));
  };

  return { submit, send, resume, busy, complaint, setComplaint, toConfirm, backToForm: () => setToConfirm(null) };
};
