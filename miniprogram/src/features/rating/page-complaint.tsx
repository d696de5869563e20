import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { WayOut } from '../refusal/way-out';
import { asksForProof } from './identity-step';
import type { Complaint } from './use-submit';

type Props = { readonly complaint: Complaint; readonly onProve: () => void };

/** What stands in the way of the whole rating, and the way on. */
export const PageComplaint = ({ complaint: { code, message }, onProve }: Props) => (
  <View className="form-notice">
    <Notice id="page-error" tone="danger">
      <View>{message}</View>
      {code === 'rating.alreadyRated' && <WayOut refusal={{ code }} look="link" />}
    </Notice>
    {asksForProof(code) && (
      <Button id="prove" onPress={onProve}>
        去实名
      </Button>
    )}
  </View>
);
