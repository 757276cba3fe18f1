"""Pure decisions of sharing: releases, rules, consents, gates, reviews and simulations."""
