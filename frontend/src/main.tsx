import './theme/fonts.css';
import './theme/mantine.css';
import './theme/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { languageFor, speak } from './i18n';

const root = document.getElementById('root');
// In the language of this browser until somebody is signed in; nobody sees one language turn into another.
void speak(languageFor(null)).then(() => {
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
});
