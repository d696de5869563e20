import { View } from '@tarojs/components';
import { told } from './accessible';
import './field-error.css';
import { Icon } from './icon';

type Props = { readonly id: string; readonly message: string | null };

/** What to do, beside the thing. */
export const FieldError = ({ id, message }: Props) =>
  message === null ? null : (
    <View id={id} className="field-error" {...told({ role: 'alert' })}>
      <Icon name="warning" className="icon--small field-error__icon" />
      {message}
    </View>
  );
