/** What a screen reader is told about a plain view. */
export type Told = {
  readonly role?: string;
  readonly label?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly level?: number;
  readonly live?: 'polite' | 'assertive';
  readonly describedBy?: string;
  readonly hidden?: boolean;
  readonly modal?: boolean;
};
type Attributes = Readonly<Record<string, unknown>>;

const said = (entries: Attributes): Attributes =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/** WeChat calls the role `aria-role`; the others have the names of the web. */
export const told = ({
  role,
  label,
  checked,
  disabled,
  expanded,
  level,
  live,
  describedBy,
  hidden,
  modal,
}: Told): Attributes =>
  said({
    [process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role']: role,
    'aria-label': label,
    'aria-checked': checked,
    'aria-disabled': disabled,
    'aria-expanded': expanded,
    'aria-hidden': hidden,
    ...(process.env.TARO_ENV === 'h5'
      ? { 'aria-level': level, 'aria-live': live, 'aria-describedby': describedBy, 'aria-modal': modal }
      : {}),
  });

type KeyPress = { readonly key: string; preventDefault(): void };

/** A view that one can press, by touch and by key. */
export const pressable = (press: () => void, { role = 'button', ...rest }: Told = {}): Attributes => ({
  ...told({ role, ...rest }),
  onClick: () => press(),
  ...(process.env.TARO_ENV === 'h5'
    ? {
        tabIndex: 0,
        onKeyDown: (event: KeyPress) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          press();
        },
      }
    : {}),
});
