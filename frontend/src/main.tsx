import './theme/fonts.css';
import './theme/mantine.css';
import './theme/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { languageFor, speak } from './i18n';

const root = document.getElementById('root');
// In the browser's language until a user is signed in, so that the page does not switch languages while loading.
void speak(languageFor(null)).then(() => {
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
});
