// The runtime numbers the attributes of each component as the templates do: both must know the same ones.
import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './accessibility-attributes';

mergeInternalComponents(attributes);
