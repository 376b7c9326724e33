// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {WebAuthn} from "@openzeppelin/contracts/utils/cryptography/WebAuthn.sol";
import {IDeliberations} from "../IDeliberations.sol";
import {People} from "./People.t.sol";

/// @dev Members of a jury with their passkeys, as an authenticator would sign with them.
abstract contract Passkeys is People {
    bytes32 internal constant SESSION = keccak256("session");
    bytes32 internal constant RESULTS = keccak256("results");
    bytes32 internal constant OTHER_RESULTS = keccak256("other results");
    bytes32 internal constant ROOT = keccak256("root");

    // The three who sit, one who may replace them, one whom nobody seated.
    uint256 internal constant ANNE = 11;
    uint256 internal constant BRUNO = 12;
    uint256 internal constant CHLOE = 13;
    uint256 internal constant DAVID = 14;
    uint256 internal constant NOBODY = 15;

    bytes1 internal constant PRESENT_AND_VERIFIED = 0x05;

    function keyOf(uint256 person) internal pure returns (bytes32, bytes32) {
        (uint256 x, uint256 y) = vm.publicKeyP256(person);
        return (bytes32(x), bytes32(y));
    }

    function memberOf(uint256 person) internal pure returns (bytes32) {
        (bytes32 x, bytes32 y) = keyOf(person);
        return keccak256(abi.encode(x, y));
    }

    function seat(address issuer, uint256 person, uint48 from, uint48 until) internal {
        (bytes32 x, bytes32 y) = keyOf(person);
        vm.prank(issuer);
        ledger.seat(x, y, from, until);
    }

    function endSeat(uint256 person, uint48 date) internal {
        vm.prank(ACADEMY);
        ledger.endSeat(memberOf(person), date);
    }

    /// @dev The academy may issue diplomas, and has seated everyone but NOBODY for a year.
    function seatJury() internal {
        accredit(MINISTRY, ACADEMY, DIPLOMA, TODAY, TODAY + 10 * YEAR, true);
        for (uint256 person = ANNE; person <= DAVID; person++) seat(ACADEMY, person, TODAY, TODAY + YEAR);
    }

    function jury() internal pure returns (bytes32[] memory members) {
        members = new bytes32[](3);
        for (uint256 i = 0; i < 3; i++) members[i] = memberOf(ANNE + i);
    }

    /// @dev A deliberation of three, of whom two must sign.
    function openFor(address issuer, bytes32 session, bytes32 results) internal returns (bytes32) {
        vm.prank(issuer);
        return ledger.open(session, results, jury(), 2);
    }

    function openUsual() internal returns (bytes32) {
        return openFor(ACADEMY, SESSION, RESULTS);
    }

    /// @dev What an authenticator gives for a challenge (WebAuthn level 2, section 6.3.3).
    function assertion(uint256 person, bytes32 challenge, bytes1 flags)
        internal
        pure
        returns (WebAuthn.WebAuthnAuth memory)
    {
        bytes memory data = abi.encodePacked(sha256("localhost"), flags, uint32(7));
        string memory client = string.concat(
            '{"type":"webauthn.get","challenge":"',
            Base64.encodeURL(abi.encodePacked(challenge)),
            '","origin":"http://localhost","crossOrigin":false}'
        );
        bytes32 digest = sha256(abi.encodePacked(data, sha256(bytes(client))));
        (bytes32 r, bytes32 s) = vm.signP256(person, digest);
        if (uint256(s) > P256.N / 2) s = bytes32(P256.N - uint256(s));
        return WebAuthn.WebAuthnAuth(r, s, 23, 1, data, client);
    }

    function signs(uint256 person, bytes32 deliberation, bytes32 results, bytes32 root)
        internal
        view
        returns (IDeliberations.Signature memory)
    {
        (bytes32 x, bytes32 y) = keyOf(person);
        bytes32 challenge = ledger.challengeOf(deliberation, results, root);
        return IDeliberations.Signature(
            deliberation, results, root, x, y, assertion(person, challenge, PRESENT_AND_VERIFIED)
        );
    }

    function both(IDeliberations.Signature memory first, IDeliberations.Signature memory second)
        internal
        pure
        returns (IDeliberations.Signature[] memory pair)
    {
        pair = new IDeliberations.Signature[](2);
        (pair[0], pair[1]) = (first, second);
    }

    /// @dev The signatures of two people over the usual results.
    function two(uint256 first, uint256 second, bytes32 deliberation, bytes32 root)
        internal
        view
        returns (IDeliberations.Signature[] memory)
    {
        return both(signs(first, deliberation, RESULTS, root), signs(second, deliberation, RESULTS, root));
    }

    function decideUsual() internal returns (bytes32 deliberation) {
        deliberation = openUsual();
        ledger.decide(deliberation, ROOT, two(ANNE, BRUNO, deliberation, ROOT));
    }

    function refuseUsual() internal returns (bytes32 deliberation) {
        deliberation = openUsual();
        ledger.refuse(deliberation, two(ANNE, BRUNO, deliberation, 0));
    }
}

/// @dev A new ledger with a jury for each test.
abstract contract FreshJury is Passkeys {
    function setUp() public virtual {
        openLedger();
        seatJury();
    }
}
