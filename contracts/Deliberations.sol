// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Counting} from "./Counting.sol";
import {IDeliberations} from "./IDeliberations.sol";

/// @title What a jury decided over a session's results, and who signed it
/// @notice Append-only: an open deliberation gains substitutes, then closes once; a closed one gains minutes.
abstract contract Deliberations is Counting {
    mapping(bytes32 deliberation => Deliberation) private _deliberations;
    mapping(address issuer => mapping(bytes32 session => bytes32 deliberation)) private _lastRounds;
    mapping(bytes32 deliberation => bytes32[]) private _minutes;

    /// @inheritdoc IDeliberations
    function open(bytes32 session, bytes32 results, bytes32[] calldata members, uint8 quorum)
        external
        returns (bytes32 deliberation)
    {
        bytes32 held = _lastRounds[msg.sender][session];
        if (held != 0) revert DeliberationsSessionHeld(session, held);
        return _open(session, results, members, quorum, 0);
    }

    /// @inheritdoc IDeliberations
    function reopen(bytes32 previous, bytes32 results, bytes32[] calldata members, uint8 quorum)
        external
        returns (bytes32 deliberation)
    {
        Deliberation storage before = _own(previous);
        if (before.outcome != Outcome.Refused || _lastRounds[msg.sender][before.session] != previous) {
            revert DeliberationsNotReopenable(previous, before.outcome);
        }
        if (results == before.results) revert DeliberationsResultsUnchanged(results);
        return _open(before.session, results, members, quorum, previous);
    }

    /// @inheritdoc IDeliberations
    function replace(bytes32 deliberation, bytes32 absent, bytes32 substitute) external {
        Deliberation storage it = _own(deliberation);
        _checkIssuesDiplomas(msg.sender);
        if (it.outcome != Outcome.Open) revert DeliberationsClosed(deliberation, it.outcome);
        uint256 place = _placeOf(it.members, it.replaced, absent);
        if (place == MOST_MEMBERS) revert DeliberationsStranger(deliberation, absent);
        if (it.members.length == MOST_MEMBERS) revert DeliberationsQuorumInvalid(it.quorum, MOST_MEMBERS + 1);
        it.replaced |= uint64(1 << place);
        _name(it, substitute);
        emit MemberReplaced(deliberation, absent, substitute);
    }

    /// @inheritdoc IDeliberations
    function decide(bytes32 deliberation, bytes32 root, Signature[] calldata signatures) external {
        if (root == 0) revert DeliberationsDigestInvalid(root);
        _close(deliberation, root, signatures, Outcome.Decided);
        emit DeliberationDecided(deliberation, root, signatures.length);
    }

    /// @inheritdoc IDeliberations
    function refuse(bytes32 deliberation, Signature[] calldata signatures) external {
        _close(deliberation, 0, signatures, Outcome.Refused);
        emit DeliberationRefused(deliberation, signatures.length);
    }

    /// @inheritdoc IDeliberations
    function addMinutes(bytes32 deliberation, bytes32 digest) external {
        if (_own(deliberation).outcome == Outcome.Open) revert DeliberationsUndecided(deliberation);
        if (digest == 0) revert DeliberationsDigestInvalid(digest);
        _minutes[deliberation].push(digest);
        emit MinutesAdded(deliberation, digest);
    }

    /// @inheritdoc IDeliberations
    function deliberationOf(bytes32 deliberation) external view returns (Deliberation memory) {
        return _deliberations[deliberation];
    }

    /// @inheritdoc IDeliberations
    function lastRoundOf(address issuer, bytes32 session) external view returns (bytes32) {
        return _lastRounds[issuer][session];
    }

    /// @inheritdoc IDeliberations
    function minutesOf(bytes32 deliberation) external view returns (bytes32[] memory) {
        return _minutes[deliberation];
    }

    /// @dev Refuses unless `root` stands under what the caller's jury decided in `deliberation`.
    function _checkDecided(bytes32 deliberation, bytes32 root, bytes32[] calldata path) internal view {
        Deliberation storage it = _own(deliberation);
        if (it.outcome == Outcome.Open) revert DeliberationsUndecided(deliberation);
        if (it.outcome == Outcome.Refused) revert DeliberationsResultsRefused(deliberation);
        if (!MerkleProof.verifyCalldata(path, it.root, root)) revert DeliberationsRootOutside(deliberation, root);
    }

    /// @dev Opens a round. Its name follows from its content, so two rounds never share one.
    function _open(bytes32 session, bytes32 results, bytes32[] calldata members, uint8 quorum, bytes32 previous)
        private
        returns (bytes32 deliberation)
    {
        _checkIssuesDiplomas(msg.sender);
        if (session == 0 || results == 0) revert DeliberationsDigestInvalid(0);
        if (quorum == 0 || quorum > members.length || members.length > MOST_MEMBERS) {
            revert DeliberationsQuorumInvalid(quorum, members.length);
        }
        deliberation = keccak256(
            abi.encode(block.chainid, address(this), msg.sender, session, results, members, quorum, previous)
        );
        Deliberation storage it = _deliberations[deliberation];
        it.issuer = msg.sender;
        it.outcome = Outcome.Open;
        it.quorum = quorum;
        it.round = _deliberations[previous].round + 1;
        it.openedAt = _now();
        it.session = session;
        it.results = results;
        it.previous = previous;
        for (uint256 i = 0; i < members.length; i++) _name(it, members[i]);
        _lastRounds[msg.sender][session] = deliberation;
        emit DeliberationOpened(deliberation, msg.sender, session);
    }

    /// @dev Adds a member who was not named before and has a seat now.
    function _name(Deliberation storage it, bytes32 member) private {
        if (_placeOf(it.members, 0, member) != MOST_MEMBERS) revert DeliberationsMemberRepeated(member);
        if (!isSeated(msg.sender, member, _now())) revert JurySeatsNotSeated(msg.sender, member);
        it.members.push(member);
    }

    /// @dev Closes an open deliberation on the word of its quorum.
    function _close(bytes32 deliberation, bytes32 root, Signature[] calldata signatures, Outcome outcome) private {
        Deliberation storage it = _deliberations[deliberation];
        if (it.outcome == Outcome.None) revert DeliberationsUnknown(deliberation);
        if (it.outcome != Outcome.Open) revert DeliberationsClosed(deliberation, it.outcome);
        uint64 signed = _count(it, deliberation, root, signatures);
        if (signatures.length < it.quorum) {
            revert DeliberationsQuorumMissing(deliberation, signatures.length, it.quorum);
        }
        it.outcome = outcome;
        it.root = root;
        it.closedAt = _now();
        it.signed = signed;
    }

    /// @dev A deliberation of the caller.
    function _own(bytes32 deliberation) private view returns (Deliberation storage it) {
        it = _deliberations[deliberation];
        if (it.outcome == Outcome.None) revert DeliberationsUnknown(deliberation);
        if (it.issuer != msg.sender) revert DeliberationsNotYours(deliberation, it.issuer);
    }
}
