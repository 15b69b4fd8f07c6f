/* Comfort only: every page works without these files. One file an idea; each does nothing on pages that lack what it is for. */

import './keys.js'
import './suggest.js'
import './filters.js'
import './facet-values.js'
import './timeline.js'
import './names.js'
import './collect.js'
import './in-place.js'
