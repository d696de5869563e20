import { View } from '@tarojs/components';
import { told } from '../../components/accessible';
import { FieldError } from '../../components/field-error';
import { TextLine } from '../../components/text-line';
import './way.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly longest?: number;
  readonly error: string | null;
  readonly onInput: (text: string) => void;
};

/** One line of several: its name stays in sight while it is filled in. */
export const LabelledLine = ({ error, ...line }: Props) => (
  <View className="labelled">
    <View className="labelled__label" {...told({ hidden: true })}>
      {line.label}
    </View>
    <FieldError id={`${line.id}-error`} message={error} />
    <TextLine {...line} />
  </View>
);
