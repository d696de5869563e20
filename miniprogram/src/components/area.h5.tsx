import type { AreaProps } from './area';

/** The browser's own: Taro's is a custom element whose text field takes neither a name nor our letter size. */
export const Area = ({ id, label, value, placeholder, onInput }: AreaProps) => (
  <textarea
    id={id}
    className="field__area"
    aria-label={label}
    value={value}
    placeholder={placeholder}
    onChange={({ target }) => onInput(target.value)}
  />
);
