import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import './scan-invitation.css';

type Props = { readonly onScan: () => void };

/** Opened without a code: how to begin. */
export const ScanInvitation = ({ onScan }: Props) => (
  <View className="scan">
    <Icon name="scan" className="scan__icon" />
    <View className="scan__title">评价窗口服务</View>
    <View className="scan__how">办完事后，扫一扫窗口上张贴的“好差评”二维码，就可以评价刚才的服务。</View>
    <Button id="scan" onPress={onScan}>
      扫一扫窗口二维码
    </Button>
  </View>
);
