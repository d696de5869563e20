import type { ProofLevel } from '@shared/domain/identity';
import { View } from '@tarojs/components';
import type { Refusal } from '../../api/call';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';

/** What each way tells the page; `onKeep` puts a rating that is ready aside until there is a network. */
export type WayProps = {
  readonly onProven: (proven: { readonly outcome: 'proven' | 'undetermined'; readonly level: ProofLevel }) => void;
  readonly onKeep: (() => void) | null;
};

type Props = {
  readonly id: string;
  readonly message: string | null;
  readonly code?: Refusal['code'] | null;
  readonly onKeep: WayProps['onKeep'];
};

/** Why this way did not work out, and what to do. */
export const WayError = ({ id, message, code = null, onKeep }: Props) => (
  <View>
    <FieldError id={`${id}-error`} message={message} />
    {code === 'network.down' && onKeep && (
      <Button id={`${id}-keep`} look="plain" onPress={onKeep}>
        先保存评价，网络恢复后再提交
      </Button>
    )}
  </View>
);
