// The page's palette and type scale for a shadow root: what :root has there, the host has here.
import { unsafeCSS } from 'lit';
import styles from '../styles.css?inline';

export const tokens = unsafeCSS(styles.replace(/:root(:not\(\[[^\]]*\]\)|\[[^\]]*\])?/g, (_, condition: string | undefined) => (condition ? `:host(${condition})` : ':host')));
