// The runtime numbers the attributes of each component as the templates do: both must know the same ones.
import { internalComponents, mergeInternalComponents } from '@tarojs/shared';
import attributes from './accessibility-attributes';
import quietViews from './quiet-views';

mergeInternalComponents(attributes);
quietViews(internalComponents);
