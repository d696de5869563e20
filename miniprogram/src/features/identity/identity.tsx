import { REFUSALS } from '@shared/kernel/refusals';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../api/actions';
import { Notice } from '../../components/notice';
import { Screen } from '../../components/screen';
import { useAction } from '../../hooks/use-action';
import { isEnough, mayGo } from '../rating/identity-step';
import { type KnownProof, learnProof } from '../rating/known-proof';
import { rulesHere } from '../rating/rules-here';
import { type Errand, leave } from './errand';
import { identityFooter } from './identity-footer';
import { IdentityHead, SayProven } from './identity-head';
import { ReceiptWay } from './receipt-way';
import { Ways, type WhoIsProven } from './ways';
import { waysHere } from './ways-here';

/** What the province's page has sent back. */
export type FromProvince = { readonly code: string; readonly state: string; readonly consent: string };
type Mine = Output<'identity.mine'>;
type Props = { readonly errand: Errand; readonly mine: Mine; readonly fromProvince: FromProvince | null };

/** Once, what the province has sent back; without a code he turned back there (RFC 6749, 4.1.2.1). */
const useFromProvince = (fromProvince: FromProvince | null, onProven: WhoIsProven) => {
  const finish = useAction('identity.finishProvince', onProven);
  const begun = useRef(false);
  useEffect(() => {
    if (fromProvince?.code && !begun.current) void finish.run(fromProvince);
    begun.current = true;
  });
  const turnedBack = fromProvince?.code === '' ? REFUSALS['identity.cancelled'] : null;
  return { busy: finish.busy, failure: finish.failure ?? turnedBack };
};

/** How far he is known, and what was tried here. */
const useProof = (mine: Mine) => {
  const [known, setKnown] = useState<KnownProof>(mine);
  const [tried, setTried] = useState(false);
  const [forCompany, setForCompany] = useState(false);
  useEffect(() => learnProof(mine), [mine]);
  const onProven: WhoIsProven = ({ outcome, level }, isForCompany = false) => {
    const isProven = outcome === 'proven';
    const now = { level: isProven ? level : known.level, undeterminedToday: !isProven };
    learnProof(now);
    setKnown(now);
    setTried(true);
    setForCompany(isForCompany);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  return { known, tried, changes: forCompany ? { forCompany } : {}, onProven };
};

/** 实名: one card per way, the easiest first; nothing is asked without its own consent. */
export const Identity = ({ errand, mine, fromProvince }: Props) => {
  const rules = rulesHere(errand.place);
  const { known, tried, changes, onProven } = useProof(mine);
  const province = useFromProvince(fromProvince, onProven);
  const isDone = errand.entry ? mayGo(known, rules) : tried;
  return (
    <Screen title="实名" footer={identityFooter(errand, isDone, changes)}>
      {isDone && <SayProven known={known} isEnough={isEnough(known, rules)} errand={errand} />}
      {province.failure && (
        <Notice id="province-refused" tone="danger">
          {province.failure}
        </Notice>
      )}
      {province.busy && <Notice id="province-busy">正在核对，请稍候…</Notice>}
      {!isDone && <IdentityHead demand={errand.demand} />}
      {!isDone && errand.entry?.kind === 'window' && (
        <ReceiptWay sends={errand.sends} onReceipt={(receipt) => leave(errand, receipt)} />
      )}
      {!isDone && <Ways methods={waysHere(rules.identity, mine.methods)} errand={errand} onProven={onProven} />}
    </Screen>
  );
};
