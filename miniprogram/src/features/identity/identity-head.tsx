import type { RealName } from '@shared/domain/identity';
import { PROOF_LEVEL_LABELS } from '@shared/domain/identity-labels';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import type { KnownProof } from '../rating/known-proof';
import type { Errand } from './errand';
import './way.css';

const REASONS: Readonly<Record<RealName, string>> = {
  required: '本地实行实名评价。请选一种方式实名，您填写的评价还在。',
  encouraged: '实名由您自愿。实名后责任单位才能联系您核实情况；不实名也可以直接提交。',
  off: '请选一种方式实名。',
};

export const PrivacyLink = () => (
  <Button id="to-notice" look="link" onPress={() => void Taro.navigateTo({ url: '/privacy/notice/index' })}>
    我们怎样处理您的个人信息
  </Button>
);

/** Why it is asked, and who will not see it. */
export const IdentityHead = ({ demand }: { readonly demand: RealName }) => (
  <View id="identity" className="identity-head">
    <View>{REASONS[demand]}</View>
    <View className="quiet">窗口人员看不到您是谁。</View>
    <PrivacyLink />
  </View>
);

type Props = { readonly known: KnownProof; readonly isEnough: boolean; readonly errand: Errand };

const UNDETERMINED =
  '没有核对成：核验服务没有查到记录，或暂时不可用。不影响您评价：可以直接提交，评价会标明“尚未核对”。';
const UNDETERMINED_ALONE =
  '没有核对成：核验服务没有查到记录，或暂时不可用。请核对号码，过些时候再试；今天评价不受影响。';

const say = ({ known, isEnough, errand }: Props): string => {
  if (!isEnough) return errand.entry ? UNDETERMINED : UNDETERMINED_ALONE;
  return `已实名：${PROOF_LEVEL_LABELS[known.level]}。`;
};

/** What came of it. */
export const SayProven = (props: Props) => (
  <View id="proven" className="proven" {...told({ role: 'status' })}>
    {props.isEnough && <Icon name="tick" className="proven__tick" />}
    <View>
      <View>{say(props)}</View>
      <View className="quiet">窗口人员看不到您是谁。</View>
    </View>
  </View>
);
