import { View } from '@tarojs/components';
import { ChoiceList, type ListChoice } from '../../components/choice-list';
import { FieldError } from '../../components/field-error';
import './move.css';

type Props<T extends string> = {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly (ListChoice & { readonly value: T })[];
  readonly chosen: T | null;
  readonly error: string | null;
  readonly onChoose: (value: T) => void;
};

/** The labels of an enumeration as choices. */
export const choicesOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, title: labels[value] }));

/** One of several, with what is wrong with it below. */
export const ChoiceField = <T extends string>({ id, label, choices, chosen, error, onChoose }: Props<T>) => {
  const choose = (value: string) => {
    const found = choices.find((choice) => choice.value === value);
    if (found) onChoose(found.value);
  };
  return (
    <View className="move__field">
      <View className="move__label">{label}</View>
      <ChoiceList label={label} choices={choices} chosen={chosen ?? ''} onChoose={choose} />
      <FieldError id={`${id}-error`} message={error} />
    </View>
  );
};
