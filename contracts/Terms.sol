// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @dev The periods of one issuer and kind that are not over: the first, and one that waits behind it. Both in one
/// word, each as `until << 48 | from`, since an anchor pays 2 100 gas for each word it reads.
type Terms is uint256;

using {append, areFull, holdAt, lastEnd, notOverAt} for Terms global;

uint256 constant PERIOD_BITS = 96;

/// @dev Adds a period after those that are there. The caller knows that there is room.
function append(Terms terms, uint48 from, uint48 until) pure returns (Terms) {
    uint256 word = Terms.unwrap(terms);
    uint256 period = uint256(until) << 48 | from;
    return Terms.wrap(word == 0 ? period : word | period << PERIOD_BITS);
}

/// @dev Whether a period already waits behind the first.
function areFull(Terms terms) pure returns (bool) {
    return Terms.unwrap(terms) >> PERIOD_BITS != 0;
}

/// @dev Whether one of the periods contains `date`.
function holdAt(Terms terms, uint256 date) pure returns (bool) {
    uint256 word = Terms.unwrap(terms);
    // The second begins where the first ends, or later: while the first is not over, it alone decides.
    if (date < endOf(word)) return uint48(word) <= date;
    word >>= PERIOD_BITS;
    return uint48(word) <= date && date < endOf(word);
}

/// @dev First second after every period; 0 when there is none.
function lastEnd(Terms terms) pure returns (uint48) {
    uint256 word = Terms.unwrap(terms);
    return endOf(areFull(terms) ? word >> PERIOD_BITS : word);
}

/// @dev The periods that are not over at `date`.
function notOverAt(Terms terms, uint256 date) pure returns (Terms) {
    uint256 word = Terms.unwrap(terms);
    if (date >= endOf(word)) word >>= PERIOD_BITS;
    if (date >= endOf(word)) word >>= PERIOD_BITS;
    return Terms.wrap(word);
}

/// @dev First second after the lower period of a word.
function endOf(uint256 word) pure returns (uint48) {
    return uint48(word >> 48);
}
