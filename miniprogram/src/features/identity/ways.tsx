import type { ProofMethod } from '@shared/domain/identity';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Errand, leave } from './errand';
import { FaceWay } from './face-way';
import { NumberWay } from './number-way';
import { NOBODY, type TypedPerson } from './person-fields';
import { PhoneWay } from './phone-way';
import { ProvinceWay } from './province-way';
import type { WayProps } from './way-error';

type Proven = Parameters<WayProps['onProven']>[0];
export type WhoIsProven = (proven: Proven, isForCompany?: boolean) => void;
type Props = { readonly methods: readonly ProofMethod[]; readonly errand: Errand; readonly onProven: WhoIsProven };

/** One card for each of these ways. What is typed of a person is typed once. */
export const Ways = ({ methods, errand, onProven }: Props) => {
  const [person, setPerson] = useState<TypedPerson>(NOBODY);
  const onPerson = (changes: Partial<TypedPerson>) => setPerson((before) => ({ ...before, ...changes }));
  const onKeep = errand.entry && errand.sends ? () => leave(errand) : null;
  const prove = (proven: Proven) => onProven(proven);
  const cards = {
    wechatPhone: <PhoneWay onProven={prove} onKeep={onKeep} />,
    idNumber: <NumberWay person={person} onPerson={onPerson} onProven={onProven} onKeep={onKeep} />,
    province: <ProvinceWay errand={errand} onKeep={onKeep} />,
    face: <FaceWay person={person} onPerson={onPerson} onProven={prove} onKeep={onKeep} />,
  };
  return (
    <View>
      {methods.map((method) => (
        <View key={method}>{cards[method]}</View>
      ))}
    </View>
  );
};
