import { countCharacters } from '@shared/domain/rating';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import './move.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly error: string | null;
  /** Characters. */
  readonly limit?: number;
  readonly onInput: (text: string) => void;
};

/** One text of a move, with what is wrong with it below. */
export const WordsField = ({ id, label, value, error, limit = WORDS_MAX.ticketWords.value, ...rest }: Props) => (
  <View className="move__field">
    <View className="move__label">{label}</View>
    <TextArea {...rest} id={id} label={label} value={value} count={countCharacters(value)} limit={limit} />
    <FieldError id={`${id}-error`} message={error} />
  </View>
);
