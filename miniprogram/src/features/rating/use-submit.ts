import { checkDraft, isBad } from '@shared/domain/rating';
import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { Refusal } from '../../api/call';
import { arrived } from './arrived';
import { type Draft, forCheck, saidAt } from './draft';
import type { Entry } from './entry';
import { meantService, type Opened, sayWhere } from './opened';
import { deliver, type Outgoing, type Receipt } from './outgoing';
import type { rulesHere } from './rules-here';
import { keepUnsent } from './unsent';

export type Field = 'level' | 'reason' | 'photos' | 'caseNo' | 'page';
export type Complaint = { readonly field: Field; readonly message: string };

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
};

const complaintOf = ({ code, message }: Pick<Refusal, 'code' | 'message'>): Complaint => ({
  field: FIELDS[code] ?? 'page',
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
  const caseNo = !service && isBad(draft.level, rules.rating) ? draft.caseNo.trim() : '';
  return {
    ...said,
    comment: checked.value.comment,
    entry,
    // Who types a case number says which service he means.
    serviceKey: caseNo === '' ? service : null,
    chosen: draft.serviceKey,
    caseNo,
    idempotencyKey: draft.idempotencyKey,
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

/** 提交: check, confirm a bad one, send once. Without a network the rating waits on the phone. */
export const useSubmit = (entry: Entry, draft: Draft, opened: Opened | undefined, rules: Rules) => {
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [toConfirm, setToConfirm] = useState<Outgoing | null>(null);
  const [busy, setBusy] = useState(false);
  const inFlight = useRef(false);

  const complain = (what: Complaint) => {
    setComplaint(what);
    Taro.nextTick(() => bringIntoView(what.field));
  };

  const deliverOnce = async (outgoing: Outgoing) => {
    let soFar = outgoing;
    const answer = await deliver(outgoing, (further) => {
      soFar = further;
    });
    if (answer.ok) {
      arrived(soFar, answer.value);
      await toReceipt(answer.value);
    } else if (answer.code === 'network.down') await keepUnsent(soFar);
    else complain(complaintOf(answer));
  };

  const send = async (outgoing: Outgoing) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setBusy(true);
    try {
      await deliverOnce(outgoing);
    } finally {
      inFlight.current = false;
      setBusy(false);
      setToConfirm(null);
    }
  };

  const submit = () => {
    const prepared = prepare(entry, draft, opened, rules);
    const complains = 'field' in prepared;
    if (complains) {
      complain(prepared);
      return;
    }
    setComplaint(null);
    if (isBad(prepared.level, rules.rating)) setToConfirm(prepared);
    else void send(prepared);
  };

  return { submit, send, busy, complaint, setComplaint, toConfirm, backToForm: () => setToConfirm(null) };
};
