import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../api/actions';
import { Notice } from '../../components/notice';
import { useAction } from '../../hooks/use-action';
import { isEnough, mayGo } from '../rating/identity-step';
import { type KnownProof, learnProof } from '../rating/known-proof';
import { rulesHere } from '../rating/rules-here';
import { type Errand, leave } from './errand';
import { FaceWay } from './face-way';
import { IdentityFooter } from './identity-footer';
import { IdentityHead, SayProven } from './identity-head';
import { NumberWay } from './number-way';
import { NOBODY, type TypedPerson } from './person-fields';
import { PhoneWay } from './phone-way';
import { ProvinceWay } from './province-way';
import { ReceiptWay } from './receipt-way';
import type { WayProps } from './way-error';
import { waysHere } from './ways';

/** What the province's page has sent back. */
export type FromProvince = { readonly code: string; readonly state: string; readonly consent: string };
type Mine = Output<'identity.mine'>;
type Props = { readonly errand: Errand; readonly mine: Mine; readonly fromProvince: FromProvince | null };

/** Once, what the province has sent back. */
const useFromProvince = (fromProvince: FromProvince | null, onProven: WayProps['onProven']) => {
  const finish = useAction('identity.finishProvince', onProven);
  const begun = useRef(false);
  useEffect(() => {
    if (fromProvince && !begun.current) void finish.run(fromProvince);
    begun.current = true;
  });
  return finish;
};

/** 实名: one card per way, the easiest first; nothing is asked without its own consent. */
export const Identity = ({ errand, mine, fromProvince }: Props) => {
  const rules = rulesHere(errand.place);
  const [known, setKnown] = useState<KnownProof>(mine);
  const [tried, setTried] = useState(false);
  const [forCompany, setForCompany] = useState(false);
  const [person, setPerson] = useState<TypedPerson>(NOBODY);
  useEffect(() => learnProof(mine), [mine]);
  const onProven: WayProps['onProven'] = ({ outcome, level }) => {
    const now =
      outcome === 'proven' ? { level, undeterminedToday: false } : { level: known.level, undeterminedToday: true };
    learnProof(now);
    setKnown(now);
    setTried(true);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  const finish = useFromProvince(fromProvince, onProven);
  const onKeep = errand.entry && errand.sends ? () => leave(errand) : null;
  const way = { onProven, onKeep };
  const typing = { person, onPerson: (changes: Partial<TypedPerson>) => setPerson({ ...person, ...changes }) };
  const isDone = errand.entry ? mayGo(known, rules) : tried;
  const ways = isDone ? [] : waysHere(rules.identity, mine.methods);
  const hasReceipt = errand.entry?.kind === 'window';
  return (
    <View id="identity">
      {(tried || isDone) && <SayProven known={known} isEnough={isEnough(known, rules)} errand={errand} />}
      {finish.failure && (
        <Notice id="province-refused" tone="danger">
          {finish.failure}
        </Notice>
      )}
      {finish.busy && <Notice id="province-busy">正在核对，请稍候…</Notice>}
      {!isDone && <IdentityHead demand={errand.demand} />}
      {!isDone && hasReceipt && <ReceiptWay sends={errand.sends} onReceipt={(receipt) => leave(errand, receipt)} />}
      {ways.map((method) => {
        if (method === 'wechatPhone') return <PhoneWay key={method} {...way} />;
        if (method === 'province') return <ProvinceWay key={method} errand={errand} onKeep={onKeep} />;
        if (method === 'face') return <FaceWay key={method} {...way} {...typing} />;
        const proveFor = (proven: Parameters<typeof onProven>[0], isForCompany: boolean) => {
          setForCompany(isForCompany);
          onProven(proven);
        };
        return <NumberWay key={method} {...typing} onKeep={onKeep} onProven={proveFor} />;
      })}
      <IdentityFooter errand={errand} isDone={isDone} changes={forCompany && isDone ? { forCompany } : {}} />
    </View>
  );
};
