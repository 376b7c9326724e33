// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {WebAuthn} from "@openzeppelin/contracts/utils/cryptography/WebAuthn.sol";
import {IDeliberations} from "./IDeliberations.sol";
import {JurySeats} from "./JurySeats.sol";

/// @title Who among a jury's members signed a statement
/// @notice Counts signatures of passkeys: each of a member who sits now, over this very statement, and each once. It
/// keeps nothing of its own.
abstract contract Counting is JurySeats, IDeliberations {
    /// @dev `replaced` and `signed` have a bit for each.
    uint256 internal constant MOST_MEMBERS = 64;

    /// @inheritdoc IDeliberations
    function challengeOf(bytes32 deliberation, bytes32 results, bytes32 root) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), deliberation, results, root));
    }

    /// @dev Who signed, each once; refuses as soon as one signature is not what it has to be.
    function _count(Deliberation storage it, bytes32 deliberation, bytes32 root, Signature[] calldata signatures)
        internal
        view
        returns (uint64 signed)
    {
        bytes32[] memory members = it.members;
        uint64 replaced = it.replaced;
        for (uint256 i = 0; i < signatures.length; i++) {
            bytes32 member = memberOf(signatures[i].x, signatures[i].y);
            uint256 place = _placeOf(members, replaced, member);
            if (place == MOST_MEMBERS) revert DeliberationsStranger(deliberation, member);
            uint64 bit = uint64(1 << place);
            if (signed & bit != 0) revert DeliberationsCountedTwice(deliberation, member);
            if (!isSeated(it.issuer, member, _now())) revert JurySeatsNotSeated(it.issuer, member);
            _checkSignature(deliberation, it.results, root, signatures[i], member);
            signed |= bit;
        }
    }

    /// @dev Refuses a signature that is over anything else, or not the member's.
    function _checkSignature(
        bytes32 deliberation,
        bytes32 results,
        bytes32 root,
        Signature calldata signature,
        bytes32 member
    ) private view {
        if (signature.deliberation != deliberation) revert DeliberationsReplayed(deliberation, signature.deliberation);
        if (signature.results != results) revert DeliberationsOtherResults(results, signature.results);
        if (signature.root != root) revert DeliberationsOtherRoot(root, signature.root);
        bytes memory challenge = abi.encodePacked(challengeOf(deliberation, results, root));
        if (!WebAuthn.verify(challenge, signature.assertion, signature.x, signature.y)) {
            revert DeliberationsSignatureInvalid(deliberation, member);
        }
    }

    /// @dev Where `member` sits; `MOST_MEMBERS` when it does not, or was replaced.
    function _placeOf(bytes32[] memory members, uint64 replaced, bytes32 member) internal pure returns (uint256) {
        for (uint256 i = 0; i < members.length; i++) {
            if (members[i] == member && replaced & uint64(1 << i) == 0) return i;
        }
        return MOST_MEMBERS;
    }
}
