import { restoreTheme } from './state/theme.ts';
import './elements/app/app.ts';

restoreTheme();
