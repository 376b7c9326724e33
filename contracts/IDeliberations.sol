// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {WebAuthn} from "@openzeppelin/contracts/utils/cryptography/WebAuthn.sol";

/// @title What a jury decided over a session's results, and who signed it
/// @notice A deliberation is opened over the digest of a session's results. Its members sign with their passkeys, and
/// the contract counts them: k signatures over one root, which commits to every diploma of the session, or k over none,
/// which is a refusal. Nothing is ever deleted: a round that was refused stays, and the next names it.
/// @dev Digests given here are salted (`keccak256(bytes.concat(keccak256(abi.encode(salt, digest))))`, as a leaf): a
/// session may have one candidate, whose results could be guessed.
interface IDeliberations {
    /// @notice What became of a deliberation.
    enum Outcome {
        None, // never opened
        Open,
        Decided,
        Refused
    }

    /// @notice A deliberation, whole.
    struct Deliberation {
        address issuer; // whose jury it is
        Outcome outcome;
        uint8 quorum; // how many members must sign
        uint16 round; // 1, or one more than the refused round it follows
        uint48 openedAt;
        bytes32 session; // which session
        bytes32 results; // over which results
        bytes32 previous; // the round before; zero for the first
        bytes32 root; // what was decided: commits to every diploma; zero unless decided
        bytes32[] members; // everyone ever named, substitutes last
        uint48 closedAt; // 0 while it is open; in one slot with the two that follow
        uint64 replaced; // bit i: `members[i]` was absent and replaced
        uint64 signed; // bit i: `members[i]` signed what became of it
    }

    /// @notice One member's signature, with what the member says it is over. The contract believes none of it: it
    /// checks the signature over exactly this, and this against the deliberation.
    struct Signature {
        bytes32 deliberation;
        bytes32 results;
        bytes32 root; // zero in a refusal
        bytes32 x; // the member's public key
        bytes32 y;
        WebAuthn.WebAuthnAuth assertion; // what the authenticator gave, `s` in its lower half
    }

    /// @notice `issuer` opened `deliberation` for `session`; `deliberationOf` tells the rest.
    event DeliberationOpened(bytes32 indexed deliberation, address indexed issuer, bytes32 indexed session);

    /// @notice `absent` gave up its place in `deliberation` to `substitute`.
    event MemberReplaced(bytes32 indexed deliberation, bytes32 indexed absent, bytes32 indexed substitute);

    /// @notice `signatures` members of `deliberation` signed `root`.
    event DeliberationDecided(bytes32 indexed deliberation, bytes32 indexed root, uint256 signatures);

    /// @notice `signatures` members of `deliberation` refused its results.
    event DeliberationRefused(bytes32 indexed deliberation, uint256 signatures);

    /// @notice The issuer declared `digest` for the signed minutes of `deliberation`.
    event MinutesAdded(bytes32 indexed deliberation, bytes32 digest);

    /// @notice The session, its results, the root or the minutes are zero.
    error DeliberationsDigestInvalid(bytes32 digest);

    /// @notice A quorum is at least one and at most the number of members, who are at most 64 with their substitutes.
    error DeliberationsQuorumInvalid(uint256 quorum, uint256 members);

    /// @notice `member` is named twice, or was named before.
    error DeliberationsMemberRepeated(bytes32 member);

    /// @notice `session` has a deliberation already. Once it is refused, it is reopened, not begun beside.
    error DeliberationsSessionHeld(bytes32 session, bytes32 deliberation);

    /// @notice No deliberation has this name.
    error DeliberationsUnknown(bytes32 deliberation);

    /// @notice It is the jury of `issuer`, not the caller's.
    error DeliberationsNotYours(bytes32 deliberation, address issuer);

    /// @notice It is closed, with this outcome, and stays so.
    error DeliberationsClosed(bytes32 deliberation, Outcome outcome);

    /// @notice Its quorum has not signed yet: nothing is anchored under it, and it has no minutes.
    error DeliberationsUndecided(bytes32 deliberation);

    /// @notice Its members refused: nothing is anchored under it, ever.
    error DeliberationsResultsRefused(bytes32 deliberation);

    /// @notice Only the last round of a session, once refused, is reopened.
    error DeliberationsNotReopenable(bytes32 deliberation, Outcome outcome);

    /// @notice A new round is over other results than the one refused.
    error DeliberationsResultsUnchanged(bytes32 results);

    /// @notice The signature is of someone who is not a member, or was replaced.
    error DeliberationsStranger(bytes32 deliberation, bytes32 member);

    /// @notice `member` signed twice, and counts once.
    error DeliberationsCountedTwice(bytes32 deliberation, bytes32 member);

    /// @notice The signature was given in the deliberation `signed`, not in this one.
    error DeliberationsReplayed(bytes32 deliberation, bytes32 signed);

    /// @notice The signature is over the results `signed`, not over those of this deliberation.
    error DeliberationsOtherResults(bytes32 results, bytes32 signed);

    /// @notice The signature is over the root `signed`, not over the one put forward (zero: a refusal).
    error DeliberationsOtherRoot(bytes32 root, bytes32 signed);

    /// @notice The signature is not `member`'s over what it says: made for another ledger, without the person being
    /// verified, or altered.
    error DeliberationsSignatureInvalid(bytes32 deliberation, bytes32 member);

    /// @notice Fewer signatures than the quorum.
    error DeliberationsQuorumMissing(bytes32 deliberation, uint256 signatures, uint256 quorum);

    /// @notice `root` does not stand under what the jury signed.
    error DeliberationsRootOutside(bytes32 deliberation, bytes32 root);

    /// @notice Opens the caller's first deliberation of a session.
    /// @param session Salted digest of the session's name.
    /// @param results Salted digest of the results to deliberate.
    /// @param members Those who sit, each with a seat of the caller now.
    /// @param quorum How many must sign.
    /// @return deliberation Its name, computed from all of this, so it cannot lie.
    function open(bytes32 session, bytes32 results, bytes32[] calldata members, uint8 quorum)
        external
        returns (bytes32 deliberation);

    /// @notice Opens the next round of a session after a refusal, over other results.
    /// @param previous The last round, refused.
    /// @param results Salted digest of the results to deliberate now.
    /// @param members Those who sit now.
    /// @param quorum How many must sign.
    /// @return deliberation The name of the new round.
    function reopen(bytes32 previous, bytes32 results, bytes32[] calldata members, uint8 quorum)
        external
        returns (bytes32 deliberation);

    /// @notice Gives the place of an absent member to another. Both stay written; what the absent one signed counts no more.
    /// @param deliberation An open deliberation of the caller.
    /// @param absent A member.
    /// @param substitute Someone with a seat of the caller now, not named in it before.
    function replace(bytes32 deliberation, bytes32 absent, bytes32 substitute) external;

    /// @notice Closes a deliberation by the decision of its members. Anyone may bring their signatures: they are the
    /// authority, not the caller.
    /// @param deliberation An open deliberation.
    /// @param root Root of the tree that holds every diploma of the session, or all batches of them.
    /// @param signatures At least the quorum, each by another member.
    function decide(bytes32 deliberation, bytes32 root, Signature[] calldata signatures) external;

    /// @notice Closes a deliberation by the refusal of its members. Anyone may bring it, so that an issuer cannot keep
    /// it back.
    /// @param deliberation An open deliberation.
    /// @param signatures At least the quorum, each by another member, over the root zero.
    function refuse(bytes32 deliberation, Signature[] calldata signatures) external;

    /// @notice Adds the salted digest of the signed minutes of a closed deliberation. A correction follows, never replaces.
    /// @param deliberation A closed deliberation of the caller.
    /// @param digest Salted digest of the document.
    function addMinutes(bytes32 deliberation, bytes32 digest) external;

    /// @notice A deliberation, whole.
    /// @param deliberation Its name.
    /// @return All zero when it was never opened.
    function deliberationOf(bytes32 deliberation) external view returns (Deliberation memory);

    /// @notice The last round of a session.
    /// @param issuer The account.
    /// @param session Salted digest of the session's name.
    /// @return Its name; zero when there is none.
    function lastRoundOf(address issuer, bytes32 session) external view returns (bytes32);

    /// @notice Every digest recorded for the minutes of a deliberation, oldest first.
    /// @param deliberation Its name.
    /// @return The digests.
    function minutesOf(bytes32 deliberation) external view returns (bytes32[] memory);

    /// @notice The 32 bytes that a member's passkey signs as WebAuthn's challenge. They bind the chain, this contract, the
    /// deliberation (thus issuer, session, members, quorum and round), its results, and the root or the refusal.
    /// @param deliberation The name of the deliberation.
    /// @param results Salted digest of its results.
    /// @param root The root to decide, or zero to refuse.
    /// @return The challenge.
    function challengeOf(bytes32 deliberation, bytes32 results, bytes32 root) external view returns (bytes32);
}
