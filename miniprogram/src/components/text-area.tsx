import { Textarea, View } from '@tarojs/components';
import './field.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly count: number;
  readonly limit: number;
  readonly onInput: (text: string) => void;
};

/** Words of one's own, with a counter. Never cut: who writes too much is told. */
export const TextArea = ({ id, label, value, placeholder, count, limit, onInput }: Props) => (
  <View className="field">
    <Textarea
      id={id}
      className="field__area"
      placeholderClass="field__placeholder"
      value={value}
      placeholder={placeholder}
      maxlength={-1}
      disableDefaultPadding
      showConfirmBar={false}
      cursorSpacing={120}
      onInput={({ detail }) => onInput(detail.value)}
      nativeProps={{ 'aria-label': label }}
      {...{ 'aria-label': label }}
    />
    <View className={count > limit ? 'field__count field__count--over' : 'field__count'}>
      {count > limit ? `超出 ${count - limit} 字` : `${count}/${limit}`}
    </View>
  </View>
);
