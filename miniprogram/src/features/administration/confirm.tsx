import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import './administration.css';

type Props = {
  /** What happens, before it does. */
  readonly children: ReactNode;
  readonly label: string;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
};

/** The last step of a sheet: what will happen, and the two ways from here. */
export const Confirm = ({ children, label, busy, failure, disabled = false, onConfirm, onBack }: Props) => (
  <View>
    <View className="administration__note">{children}</View>
    <FieldError id="sheet-error" message={failure} />
    <Button id="confirm" disabled={busy || disabled} onPress={onConfirm}>
      {busy ? '正在办理…' : label}
    </Button>
    <Button id="back" look="plain" disabled={busy} onPress={onBack}>
      返回
    </Button>
  </View>
);
