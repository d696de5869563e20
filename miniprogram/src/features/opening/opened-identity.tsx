import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import './opening.css';

type Opened = Output<'identity.open'>;
type Props = { readonly opened: Opened; readonly noPhone: string };

const NAMES: readonly (readonly [keyof Opened, string])[] = [
  ['name', '称呼'],
  ['phone', '手机号'],
  ['idNumber', '身份证号'],
  ['companyName', '单位'],
  ['companyCode', '信用代码'],
];

// Who thinks better of it and cancels has done nothing wrong.
const dial = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);

/** What was opened; lives in the memory of this page alone. */
export const OpenedIdentity = ({ opened, noPhone }: Props) => {
  const { phone } = opened;
  return (
    <View id="opened">
      {NAMES.map(([field, name]) =>
        opened[field] === null ? null : (
          <Fact key={field} name={name}>
            {opened[field]}
          </Fact>
        ),
      )}
      {phone === null && <View className="opening__note">{noPhone}</View>}
      <View className="quiet opening__note">离开本页后不再显示。请勿截图、抄录或告诉别人。</View>
      {phone !== null && (
        <Button id="dial" onPress={() => dial(phone)}>
          拨打
        </Button>
      )}
    </View>
  );
};
