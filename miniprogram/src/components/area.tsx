import { Textarea } from '@tarojs/components';

export type AreaProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onInput: (text: string) => void;
};

/** Several lines to fill in, without a limit of its own. A browser has `area.h5.tsx`. */
export const Area = ({ id, label, value, placeholder, onInput }: AreaProps) => (
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
    {...{ 'aria-label': label }}
  />
);
