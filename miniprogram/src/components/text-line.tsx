import { Input, View } from '@tarojs/components';
import './field.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Characters; more cannot be typed. */
  readonly longest?: number;
  readonly onInput: (text: string) => void;
};

/** One line to fill in. */
export const TextLine = ({ id, label, value, placeholder, longest = 50, onInput }: Props) => (
  <View className="field">
    <Input
      id={id}
      className="field__line"
      placeholderClass="field__placeholder"
      value={value}
      placeholder={placeholder}
      maxlength={longest}
      cursorSpacing={120}
      onInput={({ detail }) => onInput(detail.value)}
      {...{ 'aria-label': label }}
    />
  </View>
);
