import { restoreTheme } from './state/theme.ts';
import { ownScript } from './trusted.ts';
import './elements/app/app.ts';

restoreTheme();

// After the first picture, and not in a frame of somebody else's page.
if (import.meta.env.PROD && 'serviceWorker' in navigator && isSecureContext && window === window.top) {
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register(ownScript('./sw.js')).catch(() => undefined), 3000));
}
