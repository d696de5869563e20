import { View } from '@tarojs/components';
import { Button } from './button';
import { FieldError } from './field-error';

type Props = {
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onMore: () => void;
};

/** The end of a list: more of it, or the word that this was all. */
export const MoreOfList = ({ hasMore, busy, failure, onMore }: Props) => (
  <View className="more">
    <FieldError id="more-error" message={failure} />
    {hasMore && (
      <Button id="more" look="plain" disabled={busy} onPress={onMore}>
        {busy ? '正在读取…' : '更多'}
      </Button>
    )}
  </View>
);
